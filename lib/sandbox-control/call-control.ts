import { request } from "undici";
import type { z } from "zod";
import { ConflictError, DomainError, InvalidInputError, NotFoundError } from "@/lib/core/errors";
import type { Runtime } from "@/lib/runtime";

interface ControlCall {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below /__sandbox. */
  path: string;
  body?: object;
}

/** It answers out of its memory; who waits longer waits in vain. */
const PATIENCE_MS = 5_000;

/** Asks the sandbox's control API and reads its answer by the schema. Throws DomainErrors only. */
export async function callControl<Schema extends z.ZodType>(
  runtime: Runtime,
  call: ControlCall,
  answer: Schema,
): Promise<z.output<Schema>> {
  if (runtime.env.MINTDESK_SANDBOX === "off") {
    throw new DomainError("wechat_unreachable", "sandboxControlOff");
  }
  const { status, text } = await send(runtime, call);
  if (status === 404) throw new NotFoundError("sandbox");
  if (status === 409) throw new ConflictError("sandboxRefused");
  if (status === 400) throw new InvalidInputError("sandboxRefused");
  const parsed = answer.safeParse(status < 300 ? jsonOf(text) : undefined);
  if (!parsed.success) {
    throw new DomainError("wechat_unreachable", "sandboxOdd", {}, undefined, {
      cause: parsed.error,
    });
  }
  return parsed.data;
}

async function send(
  { env, dispatcher }: Runtime,
  { method, path, body }: ControlCall,
): Promise<{ status: number; text: string }> {
  try {
    const { statusCode, body: answer } = await request(`${env.sandboxUrl}/__sandbox${path}`, {
      method,
      dispatcher,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
      headersTimeout: PATIENCE_MS,
      bodyTimeout: PATIENCE_MS,
    });
    return { status: statusCode, text: await answer.text() };
  } catch (error) {
    throw new DomainError("wechat_unreachable", "sandboxSilent", {}, undefined, { cause: error });
  }
}

/** Null for an empty answer, undefined for what is no JSON. */
function jsonOf(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
