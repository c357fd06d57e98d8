import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planBatch } from "@/lib/batches/plan-batch";
import { checked, shops, unlimitedBatch } from "@/lib/batches/testing/batch-input";
import { mintCode } from "@/lib/codes/mint-code";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk, unlimitedInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await desk.runtime.pool.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
    await sleep(20);
  }
}

describe("one form that comes in twice", () => {
  it("gives the batch of the quicker one, even when that has left nothing new to plan", async () => {
    const own = await ownMiniProgram(desk);
    // A code of the last minutes makes both look again at what is there.
    await mintCode(desk.operator, unlimitedInput(desk, { miniProgramId: own.id }));
    const rows = shops(2);
    const input = unlimitedBatch(own.id, [...rows, ...rows.slice(0, 1)]);
    const go = { requestKey: randomUUID(), leaveOutBad: false, pilot: false };
    const quick = await checked(desk.operator, input);
    const slow = await checked(desk.operator, input);
    const client = await desk.runtime.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query(
        "SELECT FROM batch_draft_rows WHERE draft_id = $1 AND verdict = 'repeat' FOR UPDATE",
        [slow.draftId],
      );
      const second = planBatch(desk.operator, { ...go, draftId: slow.draftId });
      await untilSomebodyWaits();
      const { batchId } = await planBatch(desk.operator, { ...go, draftId: quick.draftId });
      await client.query("ROLLBACK");
      expect(await second).toMatchObject({ batchId, isSameRequest: true });
    } finally {
      client.release();
    }
    expect(await desk.runtime.db.batch.count({ where: { miniProgramId: own.id } })).toBe(1);
  });
});
