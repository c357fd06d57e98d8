import type { Endpoint } from "./endpoints";
import type { Fault } from "./faults";

export type RequestEntry = {
  seq: number;
  /** ISO 8601. */
  at: string;
  endpoint: Endpoint;
  method: string;
  appid: string | null;
  /** Null until answered; for ever null when the fault was `hang`. */
  errcode: number | null;
  wasCounted: boolean;
  fault: Fault["kind"] | null;
  /** Parsed JSON, else text; without token and secret. */
  body: unknown;
};

const CAPACITY = 1_000;
const MAX_BODY_CHARACTERS = 8_192;
const SECRET_KEYS: readonly string[] = [
  "access_token",
  "secret",
  "component_access_token",
  "component_appsecret",
  "component_secret",
  "component_verify_ticket",
  "authorization_code",
  "authorizer_refresh_token",
];
const SECRETS_IN_TEXT = new RegExp(
  `("?(?:${SECRET_KEYS.join("|")})"?\\s*[=:]\\s*"?)[^"&\\s,}]*`,
  "g",
);

/** The last thousand calls. */
export class RequestLog {
  private entries: RequestEntry[] = [];
  private seq = 0;

  /** Opens an entry; the caller fills in the outcome on the same object. */
  open(
    call: Pick<RequestEntry, "at" | "endpoint" | "method" | "appid">,
    bodyText: string,
  ): RequestEntry {
    this.seq += 1;
    const outcome = { errcode: null, wasCounted: false, fault: null };
    const entry = { seq: this.seq, ...call, ...outcome, body: withoutSecrets(bodyText) };
    this.entries.push(entry);
    if (this.entries.length > CAPACITY) this.entries.shift();
    return entry;
  }

  list(endpoint?: Endpoint): readonly RequestEntry[] {
    return this.entries.filter((entry) => endpoint === undefined || entry.endpoint === endpoint);
  }

  clear(): void {
    this.entries = [];
  }
}

function withoutSecrets(text: string): unknown {
  if (text.length <= MAX_BODY_CHARACTERS) {
    try {
      return JSON.parse(text, (key, value: unknown) =>
        SECRET_KEYS.includes(key) ? undefined : value,
      );
    } catch {
      // Not JSON: kept as text below.
    }
  }
  return withoutSecretText(text.slice(0, MAX_BODY_CHARACTERS));
}

/** For text that may hold a query or broken JSON. */
export function withoutSecretText(text: string): string {
  return text.replaceAll(SECRETS_IN_TEXT, "$1[removed]");
}
