/**
 * A process of its own that mints one code, for tests of crashes and races. Told by its
 * parent: environment, and as first argument `{ input, userId, stopAfter }` in JSON.
 */
import { mintCode } from "@/lib/codes/mint-code";
import type { MintCodeInput } from "@/lib/codes/schema";
import { env } from "@/lib/env";
import { openRuntime } from "@/lib/runtime";
import type { Runtime } from "@/lib/runtime";
import { contextFor } from "@/lib/testing/test-runtime";

export interface MintChildOrder {
  input: MintCodeInput;
  userId: string;
  /** `stored`: hangs for ever once the picture is stored, before the outcome is committed. */
  stopAfter: "stored" | null;
}

const order = JSON.parse(process.argv[2] ?? "") as MintChildOrder;
const opened = openRuntime(env());
const runtime: Runtime = order.stopAfter === "stored" ? hangingOnceStored(opened) : opened;
const actor = { kind: "user", id: order.userId, name: "child", role: "operator" } as const;

process.send?.("ready");
await new Promise((resolve) => process.once("message", resolve));
const { code } = await mintCode(contextFor(runtime, actor), order.input);
process.send?.(code.status);
await runtime.close();
process.disconnect?.();

function hangingOnceStored(inner: Runtime): Runtime {
  const put = async (key: string, bytes: Uint8Array) => {
    await inner.store.put(key, bytes);
    if (!key.startsWith("pictures/")) return;
    process.send?.("stored");
    await new Promise(() => undefined);
  };
  return { ...inner, store: { ...inner.store, put } };
}
