import { randomUUID } from "node:crypto";
import type { Context } from "@/lib/core/context";
import { NotSignedInError } from "@/lib/core/errors";
import type { Runtime } from "@/lib/runtime";
import { asKeyHolder } from "@/lib/web/as-key-holder";
import { ADDRESS_HEADER, REQUEST_ID_HEADER } from "@/lib/web/request-headers";

/** A request's own id may be any of these, so that it is safe in logs and headers. */
const REQUEST_ID = /^[\w.:-]{1,100}$/;

/** A stranger's context for one request: its id is the caller's own if they sent a fit one. */
export function strangerOf(runtime: Runtime, request: Request): Context {
  const told = request.headers.get(REQUEST_ID_HEADER) ?? "";
  return {
    actor: { kind: "anonymous", id: null, name: "—" },
    requestId: REQUEST_ID.test(told) ? told : randomUUID(),
    address: request.headers.get(ADDRESS_HEADER),
    now: () => new Date(),
    runtime,
  };
}

/** The person whose key a request carries. A session's cookie counts for nothing here. Throws NotSignedInError. */
export async function callerOf(stranger: Context, request: Request): Promise<Context> {
  const ctx = await asKeyHolder(stranger, request);
  if (ctx.actor.kind === "anonymous") throw new NotSignedInError();
  return ctx;
}
