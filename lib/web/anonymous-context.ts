import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import type { Context } from "@/lib/core/context";
import { ADDRESS_HEADER } from "@/lib/web/request-headers";
import { webRuntime } from "@/lib/web/runtime";

/** The context of a request whose person is not known yet. */
export async function anonymousContext(): Promise<Context> {
  return {
    actor: { kind: "anonymous", id: null, name: "—" },
    requestId: randomUUID(),
    address: (await headers()).get(ADDRESS_HEADER),
    now: () => new Date(),
    runtime: webRuntime(),
  };
}
