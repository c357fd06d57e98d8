import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEntry } from "@/lib/audit/append-entry";
import { verifyChain } from "@/lib/audit/verify-chain";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { Runtime } from "@/lib/runtime";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let admin: Context;

beforeAll(async () => {
  runtime = await openTestRuntime();
  admin = await asPerson(runtime, "admin");
});
afterAll(() => runtime.close());

function appendCampaignCreated(label: string) {
  return withTransaction(admin, (ctx) =>
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

  it("names the entry that somebody changed past the trigger", async () => {
    await runtime.pool.query("ALTER TABLE audit_entries DISABLE TRIGGER USER");
    await runtime.pool.query("UPDATE audit_entries SET target_label = 'forged' WHERE seq = 7");
    await runtime.pool.query("ALTER TABLE audit_entries ENABLE TRIGGER USER");
    expect(await verifyChain(admin)).toEqual({ intact: false, brokenSeq: "7" });
  });
});
