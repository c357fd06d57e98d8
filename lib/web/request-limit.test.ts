import { describe, expect, it } from "vitest";
import type { Actor, Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { openRequestLimit } from "@/lib/web/request-limit";

const STRANGER: Actor = { kind: "anonymous", id: null, name: "—" };
const person = (id: string): Actor => ({ kind: "user", id, name: "林悦", role: "admin" });

function from(actor: Actor, address: string): Context {
  // Nothing is reached for: counting is done in memory.
  const runtime = {} as Runtime;
  return { actor, address, requestId: "r", now: () => new Date(), runtime };
}

const refused = { code: "throttled", reason: "requestsThrottled" };

describe("the limit on requests", () => {
  it("ends a person's flood with the seconds to wait, from wherever it comes, and no one else's", async () => {
    const limit = openRequestLimit(3, 3);
    for (const at of [1, 2, 3]) await limit.count(from(person("a"), `192.0.2.${at}`));
    const fourth = limit.count(from(person("a"), "192.0.2.4"));
    await expect(fourth).rejects.toMatchObject({
      ...refused,
      values: { seconds: expect.any(Number) },
    });
    await expect(limit.count(from(person("b"), "192.0.2.1"))).resolves.toBeUndefined();
  });

  it("counts strangers by their address, and a whole IPv6 network as one", async () => {
    const limit = openRequestLimit(3, 2);
    await limit.count(from(STRANGER, "2001:db8:1:2::1"));
    await limit.count(from(STRANGER, "2001:db8:1:2::2"));
    await expect(limit.count(from(STRANGER, "2001:db8:1:2::3"))).rejects.toMatchObject(refused);
    await expect(limit.count(from(STRANGER, "2001:db8:1:3::1"))).resolves.toBeUndefined();
    await expect(limit.count(from(person("a"), "2001:db8:1:2::4"))).resolves.toBeUndefined();
  });
});
