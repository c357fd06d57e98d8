import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifyChain } from "@/lib/audit/verify-chain";
import type { Context } from "@/lib/core/context";
import { addReadyPack } from "@/lib/testing/add-ready-pack";
import { logLinkEvents } from "@/lib/packs/log-link-events";
import { makePackLink } from "@/lib/packs/make-pack-link";
import type { Runtime } from "@/lib/runtime";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";
import { jobContext } from "@/lib/worker/job-context";
import { keepLogging } from "@/lib/worker/keep-logging";

let runtime: Runtime;
let operator: Context;
let packId: string;
let linkId: string;
beforeAll(async () => {
  runtime = await openTestRuntime();
  operator = await asPerson(runtime, "operator");
});
afterAll(() => runtime.close());
beforeEach(async () => {
  packId = await addReadyPack(runtime);
  const link = { packId, name: "印刷厂", days: 7, takesMax: null, password: null };
  linkId = (await makePackLink(operator, link)).linkId;
});

async function happen(...kinds: string[]): Promise<void> {
  const data = kinds.map((kind) => ({ linkId, kind, at: new Date(), address: "192.0.2.7" }));
  await runtime.db.packLinkEvent.createMany({ data });
}

const worker = () => jobContext(runtime, "packs.log-links");

async function logged() {
  const where = { targetId: packId, action: { not: "pack.link_made" } };
  return runtime.db.auditEntry.findMany({ where, orderBy: { seq: "asc" } });
}

describe("what happened at a link", () => {
  it("comes into the log in its order, as the doing of whoever was given the link", async () => {
    await happen("opened", "wrong_password", "taken");
    await logLinkEvents(worker());
    const entries = await logged();
    expect(entries.map(({ action }) => action)).toEqual([
      "pack.link_opened",
      "pack.link_password_wrong",
      "pack.link_taken",
    ]);
    for (const entry of entries) {
      expect(entry).toMatchObject({
        actorKind: "anonymous",
        actorName: "印刷厂",
        actorId: null,
        address: "192.0.2.7",
        targetLabel: "春节桌贴",
        details: { link: "印刷厂", at: expect.stringMatching(/^2\d{3}-.*Z$/) },
      });
    }
    expect(await verifyChain(operator)).toMatchObject({ intact: true });
  });

  it("is logged once, however many workers look, and more than fits into one go", async () => {
    await happen(...Array.from({ length: 450 }, () => "opened"));
    await Promise.all([1, 2, 3, 4].map(() => logLinkEvents(worker())));
    await logLinkEvents(worker());
    expect(await logged()).toHaveLength(450);
    const unlogged = await runtime.db.packLinkEvent.count({ where: { loggedAt: null } });
    expect(unlogged).toBe(0);
  });

  it("stays to be logged when logging it fails", async () => {
    await happen("opened");
    await runtime.pool.query(
      "ALTER TABLE audit_entries ADD CONSTRAINT no_links CHECK (action <> 'pack.link_opened') NOT VALID",
    );
    await expect(logLinkEvents(worker())).rejects.toThrow();
    await runtime.pool.query("ALTER TABLE audit_entries DROP CONSTRAINT no_links");
    expect(await logged()).toEqual([]);
    await logLinkEvents(worker());
    expect(await logged()).toHaveLength(1);
  });

  it("is logged by nobody but a worker", async () => {
    await expect(logLinkEvents(operator)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is logged while a worker runs, and not once it has stopped", async () => {
    const loop = keepLogging(runtime);
    await happen("opened");
    await expect.poll(logged, { timeout: 15_000, interval: 50 }).toHaveLength(1);
    await happen("taken");
    await expect.poll(logged, { timeout: 15_000, interval: 50 }).toHaveLength(2);
    await loop.stop();
    await happen("opened");
    expect(await runtime.db.packLinkEvent.count({ where: { loggedAt: null } })).toBe(1);
  });
});
