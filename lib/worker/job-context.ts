import { randomUUID } from "node:crypto";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";

/** The context of a background job; its name stands in the log as the actor. */
export function jobContext(runtime: Runtime, name: string): Context {
  return {
    actor: { kind: "job", id: null, name },
    requestId: randomUUID(),
    address: null,
    now: () => new Date(),
    runtime,
  };
}
