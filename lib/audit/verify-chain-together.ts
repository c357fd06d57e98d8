import { authorize } from "@/lib/access/authorize";
import { verifyChain } from "@/lib/audit/verify-chain";
import type { ChainVerdict } from "@/lib/audit/verify-chain";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";

/** On the process and not in this file, which screens and routes may each load for themselves. */
const globals = globalThis as typeof globalThis & {
  mintdeskWalks?: WeakMap<Runtime, Promise<ChainVerdict>>;
};

/**
 * Walks the chain like `verifyChain`, once for all who ask meanwhile in this process: a walk takes long, and its
 * verdict is about the log as it was when the walk began.
 */
export async function verifyChainTogether(ctx: Context): Promise<ChainVerdict> {
  authorize(ctx, "audit:read");
  if (ctx.tx) return verifyChain(ctx);
  const walks = (globals.mintdeskWalks ??= new WeakMap());
  const { runtime } = ctx;
  const walking = walks.get(runtime);
  if (walking) return walking;
  const walk = verifyChain(ctx).finally(() => walks.delete(runtime));
  walks.set(runtime, walk);
  return walk;
}
