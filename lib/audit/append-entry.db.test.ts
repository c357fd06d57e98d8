import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEntry } from "@/lib/audit/append-entry";
import { canonicalJson } from "@/lib/audit/canonical-json";
import { chainHash, FIRST_PREVIOUS_HASH } from "@/lib/audit/chain-hash";
import { sampleFields } from "@/lib/audit/testing/sample-chain";
import { verifyChain } from "@/lib/audit/verify-chain";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import { openRuntime } from "@/lib/runtime";
import type { Runtime } from "@/lib/runtime";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let admin: Context;

beforeAll(async () => {
  runtime = await openTestRuntime();
  admin = await asPerson(runtime, "admin");
});
afterAll(() => runtime.close());

function appendCampaignCreated(label: string, by = admin) {
  return withTransaction(by, (ctx) =>
    appendEntry(ctx, {
      action: "campaign.created",
      target: { kind: "campaign", id: null, label },
      changes: { name: { from: null, to: label } },
      details: {},
    }),
  );
}

describe("the audit chain", () => {
  it("stays one chain when many append at once", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => appendCampaignCreated(`春节 ${index}`)),
    );
    expect(await verifyChain(admin)).toMatchObject({ intact: true, entryCount: 20 });
  });

  it("verifies while others append to it", async () => {
    const appending = [1, 2, 3].map(async (writer) => {
      for (let entry = 0; entry < 40; entry += 1) await appendCampaignCreated(`${writer}-${entry}`);
    });
    const verdicts: unknown[] = [];
    const isDone = Promise.all(appending).then(() => true);
    while (
      !(await Promise.race([isDone, verifyChain(admin).then((told) => !verdicts.push(told))]))
    );
    expect(verdicts.length).toBeGreaterThan(3);
    for (const verdict of verdicts) expect(verdict).toMatchObject({ intact: true });
  });

  it("leaves no entry behind when the act is rolled back", async () => {
    const before = await runtime.db.auditEntry.count();
    await expect(
      withTransaction(admin, async (ctx) => {
        await appendEntry(ctx, {
          action: "campaign.created",
          target: { kind: "campaign", id: null, label: "never" },
          details: {},
        });
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    expect(await runtime.db.auditEntry.count()).toBe(before);
    expect(await verifyChain(admin)).toMatchObject({ intact: true });
  });

  it("refuses update, delete and truncate in the database", async () => {
    await expect(runtime.pool.query("UPDATE audit_entries SET action = 'x'")).rejects.toThrow(
      /append-only/,
    );
    await expect(runtime.pool.query("DELETE FROM audit_entries")).rejects.toThrow(/append-only/);
    await expect(runtime.pool.query("TRUNCATE audit_entries")).rejects.toThrow(/append-only/);
  });

  it("stays one chain when two processes append at once", async () => {
    const other = openRuntime(runtime.env);
    const before = await runtime.db.auditEntry.count();
    try {
      const writers = [admin, { ...admin, runtime: other }].flatMap((ctx) =>
        Array.from({ length: 15 }, (_, place) => appendCampaignCreated(`${place}`, ctx)),
      );
      await Promise.all(writers);
    } finally {
      await other.close();
    }
    expect(await verifyChain(admin)).toMatchObject({ intact: true, entryCount: before + 30 });
  });

  it("lets no act stand whose entry cannot be written", async () => {
    await runtime.pool.query(
      "ALTER TABLE audit_entries ADD CONSTRAINT no_campaigns CHECK (action <> 'campaign.created') NOT VALID",
    );
    await expect(createCampaign(admin, { name: "元宵" })).rejects.toThrow();
    await runtime.pool.query("ALTER TABLE audit_entries DROP CONSTRAINT no_campaigns");
    expect(await runtime.db.campaign.count()).toBe(0);
    expect(await verifyChain(admin)).toMatchObject({ intact: true });
  });

  it("goes on behind entries from before they had salts", async () => {
    const desk = await openTestRuntime();
    const ctx = await asPerson(desk, "admin");
    const { miniProgramId: _mini, campaignId: _campaign, ...fields } = sampleFields(1);
    const hash = chainHash(FIRST_PREVIOUS_HASH, canonicalJson(fields));
    await desk.db.auditEntry.create({
      data: {
        ...fields,
        seq: 1n,
        at: new Date(fields.at),
        changes: fields.changes as object,
        details: {},
        prevHash: FIRST_PREVIOUS_HASH,
        hash,
      },
    });
    await desk.db.auditHead.update({ where: { id: 1 }, data: { seq: 1n, hash } });
    await appendCampaignCreated("later", ctx);
    expect(await verifyChain(ctx)).toMatchObject({ intact: true, entryCount: 2 });
    await desk.close();
  });
});
