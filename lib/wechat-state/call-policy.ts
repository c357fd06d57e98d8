import type { Runtime } from "@/lib/runtime";
import { createCallPolicy } from "@/lib/wechat/call-policy";
import type { CallPolicy } from "@/lib/wechat/call-policy";
import { createPostgresPauseStore } from "@/lib/wechat-state/postgres-pause-store";
import type { RememberingPauses } from "@/lib/wechat-state/postgres-pause-store";

const policies = new WeakMap<Runtime, CallPolicy>();
const stores = new WeakMap<Runtime, RememberingPauses>();

/** The pauses as this process knows them. */
export function pausesOf(runtime: Runtime): RememberingPauses {
  const known = stores.get(runtime) ?? createPostgresPauseStore(runtime.db);
  stores.set(runtime, known);
  return known;
}

/** Repeats and pauses of this process, one for all its clients; pauses hold for every process. */
export function callPolicyOf(runtime: Runtime): CallPolicy {
  const known = policies.get(runtime) ?? createCallPolicy({ pauses: pausesOf(runtime) });
  policies.set(runtime, known);
  return known;
}
