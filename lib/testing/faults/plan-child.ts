/** A process that plans one batch, as a web process does: told to `go`, says the batch's id. */
import type { BatchInput } from "@/lib/batches/testing/batch-input";
import { env } from "@/lib/env";
import { openRuntime } from "@/lib/runtime";
import { submit } from "@/lib/testing/faults/fault-batch";
import { contextFor } from "@/lib/testing/test-runtime";

const [json = ""] = process.argv.slice(2);
const { userId, input } = JSON.parse(json) as { userId: string; input: BatchInput };
const runtime = openRuntime(env());
const actor = { kind: "user", id: userId, name: "child", role: "operator" } as const;

process.send?.("ready");
await new Promise((resolve) => process.once("message", resolve));
process.send?.(await submit(contextFor(runtime, actor), input));
await runtime.close();
process.disconnect?.();
