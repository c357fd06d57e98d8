import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "@/lib/core/context";
import { deriveKey } from "@/lib/core/secret-box";

/** As long as WeChat's pre-authorisation code at most (section 5). */
const LIFE_MS = 30 * 60 * 1000;

/**
 * Ties the way back from WeChat's page to the person and the platform it began with, so that
 * nobody can be led to connect somebody else's mini program.
 */
export function writeAuthorizationState(ctx: Context, platformId: string): string {
  const until = String(ctx.now().getTime() + LIFE_MS);
  return `${until}.${sign(ctx, platformId, until)}`;
}

/** Whether the state is this person's, for this platform, and not too old. */
export function isAuthorizationState(ctx: Context, platformId: string, state: string): boolean {
  const [until = "", signature = ""] = state.split(".");
  const expected = sign(ctx, platformId, until);
  if (signature.length !== expected.length) return false;
  const isSigned = timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
  return isSigned && Number(until) > ctx.now().getTime();
}

function sign({ runtime, actor }: Context, platformId: string, until: string): string {
  const key = deriveKey(runtime.env.MINTDESK_SECRET, "authorization state");
  return createHmac("sha256", key).update(`${platformId}|${actor.id}|${until}`).digest("base64url");
}
