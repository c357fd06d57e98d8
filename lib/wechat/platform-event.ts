import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { PushRefusedError } from "./push-refused-error";

/** What WeChat tells a third-party platform (section 5). */
export type PlatformEvent =
  /** Every 10 minutes; a ticket works for 12 hours. */
  | { kind: "ticket"; ticket: string; createdAt: Date }
  /** A consent, or other permission sets than before. The code may be exchanged once. */
  | {
      kind: "authorized" | "updateauthorized";
      authorizerAppId: string;
      authorizationCode: string;
      codeExpiresAt: Date;
      /** Null when WeChat names none. */
      preAuthCode: string | null;
      createdAt: Date;
    }
  | { kind: "unauthorized"; authorizerAppId: string; createdAt: Date }
  /** Nothing this client acts upon; to be answered with `success` all the same. */
  | { kind: "other"; infoType: string; createdAt: Date };

const Text = z.string().min(1);
const Seconds = z
  .string()
  .trim()
  .regex(/^\d{1,11}$/)
  .transform((text) => new Date(Number(text) * 1000));

const Head = z.object({ InfoType: Text, CreateTime: Seconds });
const Ticket = z.object({ ComponentVerifyTicket: Text });
const Withdrawal = z.object({ AuthorizerAppid: Text });
const Consent = z.object({
  AuthorizerAppid: Text,
  AuthorizationCode: Text,
  AuthorizationCodeExpiredTime: Seconds,
  PreAuthCode: z.string().optional(),
});

const parser = new XMLParser({ parseTagValue: false, trimValues: false, ignoreAttributes: true });

/**
 * The event in a decrypted message.
 * @throws {PushRefusedError} `malformed`
 */
export function readEvent(message: string): PlatformEvent {
  const fields = readFields(message);
  const { InfoType: infoType, CreateTime: createdAt } = parse(Head, fields);
  switch (infoType) {
    case "component_verify_ticket": {
      const { ComponentVerifyTicket: ticket } = parse(Ticket, fields);
      return { kind: "ticket", ticket, createdAt };
    }
    case "authorized":
    case "updateauthorized": {
      const consent = parse(Consent, fields);
      return {
        kind: infoType,
        authorizerAppId: consent.AuthorizerAppid,
        authorizationCode: consent.AuthorizationCode,
        codeExpiresAt: consent.AuthorizationCodeExpiredTime,
        preAuthCode: consent.PreAuthCode || null,
        createdAt,
      };
    }
    case "unauthorized": {
      const { AuthorizerAppid: authorizerAppId } = parse(Withdrawal, fields);
      return { kind: "unauthorized", authorizerAppId, createdAt };
    }
    default:
      return { kind: "other", infoType, createdAt };
  }
}

function readFields(message: string): unknown {
  // A document type could define entities of its own.
  if (/<!DOCTYPE/i.test(message)) throw new PushRefusedError("malformed");
  try {
    return parser.parse(message).xml;
  } catch {
    throw new PushRefusedError("malformed");
  }
}

function parse<Fields>(schema: z.ZodType<Fields>, fields: unknown): Fields {
  const parsed = schema.safeParse(fields);
  if (!parsed.success) throw new PushRefusedError("malformed");
  return parsed.data;
}
