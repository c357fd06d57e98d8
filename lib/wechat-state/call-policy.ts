import type { Runtime } from "@/lib/runtime";
import { createCallPolicy } from "@/lib/wechat/call-policy";
import type { CallPolicy } from "@/lib/wechat/call-policy";
import { createPostgresPauseStore } from "@/lib/wechat-state/postgres-pause-store";

const policies = new WeakMap<Runtime, CallPolicy>();

/** Repeats and pauses of this process, one for all its clients; pauses hold for every process. */
export function callPolicyOf(runtime: Runtime): CallPolicy {
  const known =
    policies.get(runtime) ?? createCallPolicy({ pauses: createPostgresPauseStore(runtime.db) });
  policies.set(runtime, known);
  return known;
}
