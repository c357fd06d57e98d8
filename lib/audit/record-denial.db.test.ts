import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordDenial } from "@/lib/audit/record-denial";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
beforeAll(async () => {
  runtime = await openTestRuntime();
});
afterAll(() => runtime.close());

const deniedTo = (actorId: string | null) =>
  runtime.db.auditEntry.findMany({
    where: { action: "access.denied", actorId },
    orderBy: { seq: "asc" },
  });

describe("a denied act", () => {
  it("is in the log with who, what and from where", async () => {
    const ctx = await asPerson(runtime, "marketing");
    await recordDenial(ctx, "codes:mint");
    const [entry] = await deniedTo(ctx.actor.id);
    expect(entry).toMatchObject({
      actorName: "周敏",
      targetLabel: "codes:mint",
      details: { permission: "codes:mint" },
      address: "192.0.2.1",
    });
  });

  it("fills the log with one line a minute, however often it is tried at once", async () => {
    let now = new Date();
    const ctx = await asPerson(runtime, "marketing", () => now);
    const storm = () =>
      Promise.all(Array.from({ length: 200 }, () => recordDenial(ctx, "people:write")));
    await storm();
    expect(await deniedTo(ctx.actor.id)).toHaveLength(1);
    now = new Date(now.getTime() + 59_000);
    await storm();
    expect(await deniedTo(ctx.actor.id)).toHaveLength(1);
    now = new Date(now.getTime() + 2_000);
    await storm();
    expect(await deniedTo(ctx.actor.id)).toHaveLength(2);
  });

  it("is counted for each permission and person of its own", async () => {
    const one = await asPerson(runtime, "marketing");
    const other = await asPerson(runtime, "operator");
    await Promise.all([
      recordDenial(one, "quota:write"),
      recordDenial(one, "rooms:write"),
      recordDenial(other, "quota:write"),
    ]);
    expect(await deniedTo(one.actor.id)).toHaveLength(2);
    expect(await deniedTo(other.actor.id)).toHaveLength(1);
  });

  it("of a stranger is no news: there is nobody to name", async () => {
    const stranger = contextFor(runtime, { kind: "anonymous", id: null, name: "—" });
    await recordDenial(stranger, "codes:read");
    expect(await deniedTo(null)).toEqual([]);
  });
});
