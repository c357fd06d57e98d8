import type { Context } from "@/lib/core/context";
import { noteDenial } from "@/lib/web/note-denial";
import { publicError } from "@/lib/web/public-error";
import type { PublicError } from "@/lib/web/public-error";
import { requestContext } from "@/lib/web/request-context";
import { requestLimit } from "@/lib/web/request-limit";

/** Either the verb's answer or what may be said about its failure. */
export type ActionResult<Data> = { ok: true; data: Data } | { ok: false; error: PublicError };

/**
 * Makes a server action of a verb: session → context → verb → typed result.
 * An action is a public POST endpoint, so the verb itself authorises and parses.
 */
export function defineAction<Input, Data>(
  verb: (ctx: Context, input: Input) => Promise<Data>,
): (input: Input) => Promise<ActionResult<Data>> {
  return async (input) => {
    const ctx = await requestContext();
    try {
      await requestLimit.count(ctx);
      return { ok: true, data: await verb(ctx, input) };
    } catch (error) {
      await noteDenial(ctx, error);
      return { ok: false, error: publicError(error, ctx.requestId) };
    }
  };
}
