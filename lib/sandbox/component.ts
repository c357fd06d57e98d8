import { z } from "zod";

import { ExpiringCodes } from "./expiring-codes";
import { LoopbackUrl } from "./send-push";
import { TokenBook } from "./token-book";

const EncodingAesKey = z.string().regex(/^[0-9A-Za-z]{43}$/);

const FIELDS = {
  secret: z.string().min(1).max(128),
  /** For the signature of pushes. */
  token: z.string().min(1).max(64),
  encodingAesKey: EncodingAesKey,
  /** A push can be asked for with this key, as right after a change of keys. */
  previousEncodingAesKey: EncodingAesKey.nullable(),
  /** Where pushes go unless a control call says otherwise. */
  pushUrl: LoopbackUrl.nullable(),
  /** Where the consent page may lead back to, as registered at WeChat; null: this machine only. */
  redirectHost: z
    .string()
    .max(253)
    .regex(/^[0-9a-z](?:[0-9a-z.-]*[0-9a-z])?$/)
    .nullable(),
  /** Null: every address may call. */
  ipWhitelist: z.array(z.string()).nullable(),
};

export const ComponentInput = z.strictObject({
  ...FIELDS,
  appid: z.string().regex(/^wx[0-9a-z]{1,40}$/),
  previousEncodingAesKey: FIELDS.previousEncodingAesKey.default(null),
  pushUrl: FIELDS.pushUrl.default(null),
  redirectHost: FIELDS.redirectHost.default(null),
  ipWhitelist: FIELDS.ipWhitelist.default(null),
});
export type ComponentInput = z.input<typeof ComponentInput>;

export const ComponentPatch = z.strictObject(FIELDS).partial();
export type ComponentPatch = z.input<typeof ComponentPatch>;

/** One mini program's consent to one platform. */
export type Authorization = {
  appid: string;
  /** Permission sets (section 5); 17 is needed for A, B and C. */
  sets: readonly number[];
  refreshToken: string;
  tokens: TokenBook;
  authorizedAtMs: number;
  /** A withdrawn consent is remembered, to answer 61003 rather than 40001. */
  isWithdrawn: boolean;
};

export type Ticket = { value: string; issuedAtMs: number };

/** A third-party platform (section 5). */
export type Component = z.output<typeof ComponentInput> & {
  /** Newest last. */
  tickets: readonly Ticket[];
  isPushing: boolean;
  tokens: TokenBook;
  preAuthCodes: ExpiringCodes<null>;
  /** Each stands for the appid that consented. */
  authorizationCodes: ExpiringCodes<string>;
  authorizations: Map<string, Authorization>;
};

export type ComponentView = z.output<typeof ComponentInput> & {
  isPushing: boolean;
  ticket: string | null;
  authorizations: { appid: string; sets: readonly number[]; isWithdrawn: boolean }[];
};

/** The documents say 1800 and show 600 (section 5): the shorter one. */
export const PRE_AUTH_CODE_SECONDS = 600;
export const AUTHORIZATION_CODE_SECONDS = 600;

/** A platform without tickets, codes and consents. Throws a ZodError on bad input. */
export function createComponent(input: ComponentInput): Component {
  return {
    ...ComponentInput.parse(input),
    tickets: [],
    isPushing: false,
    tokens: new TokenBook(),
    preAuthCodes: new ExpiringCodes("preauthcode@@@", PRE_AUTH_CODE_SECONDS * 1000),
    authorizationCodes: new ExpiringCodes("queryauthcode@@@", AUTHORIZATION_CODE_SECONDS * 1000),
    authorizations: new Map(),
  };
}

export function viewComponent(component: Component): ComponentView {
  const { appid, secret, token, encodingAesKey, previousEncodingAesKey } = component;
  const { pushUrl, redirectHost, ipWhitelist, isPushing, authorizations } = component;
  return {
    appid,
    secret,
    token,
    encodingAesKey,
    previousEncodingAesKey,
    pushUrl,
    redirectHost,
    ipWhitelist,
    isPushing,
    ticket: component.tickets.at(-1)?.value ?? null,
    authorizations: [...authorizations.values()].map(({ appid, sets, isWithdrawn }) => ({
      appid,
      sets,
      isWithdrawn,
    })),
  };
}
