import type { Transaction } from "@/lib/db/client";
import type { Runtime } from "@/lib/runtime";

export const ROLES = ["admin", "operator", "marketing"] as const;
export type Role = (typeof ROLES)[number];

export type Actor =
  | {
      kind: "user";
      id: string;
      name: string;
      role: Role;
      /** The permissions this way in is limited to: an API key's scopes, a session without its second factor. */
      limitedTo?: readonly string[];
      /** The scopes of the API key they act by; none in a session. */
      scopes?: readonly string[];
      /** The session they act in; none with an API key. */
      sessionId?: string;
    }
  | { kind: "job"; id: null; name: string }
  | { kind: "anonymous"; id: null; name: string };

/** Everything a verb may know about its caller and reach of the outside. */
export interface Context {
  actor: Actor;
  requestId: string;
  /** The caller's network address; null when there is none (jobs). */
  address: string | null;
  now: () => Date;
  runtime: Runtime;
  /** Present when the caller has already opened a transaction. */
  tx?: Transaction;
}
