import type { Context } from "@/lib/core/context";
import { NotSignedInError } from "@/lib/core/errors";
import { countFromAddress } from "@/lib/people/count-from-address";
import { findApiKey } from "@/lib/people/find-api-key";

const BEARER = /^Bearer (mk_\S+)$/i;

/**
 * The context of the person whose key a request carries, limited to its scopes; the same context when it carries none
 * of ours. A key counts alone: a session's cookie beside it adds nothing. Throws NotSignedInError for a key that does
 * not work, and DomainError `throttled` for too many of those. For route handlers only: pages and actions take no keys.
 */
export async function asKeyHolder(ctx: Context, request: Request): Promise<Context> {
  const key = BEARER.exec(request.headers.get("authorization") ?? "")?.[1];
  if (key === undefined) return ctx;
  const actor = await findApiKey(ctx.runtime, key, ctx.now());
  if (actor) return { ...ctx, actor };
  await countFromAddress(ctx, "token-misses");
  throw new NotSignedInError();
}
