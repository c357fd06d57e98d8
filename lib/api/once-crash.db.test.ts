import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { killApis, startApi } from "@/lib/api/testing/start-api";

let desk: ApiDesk;

beforeAll(async () => {
  desk = await openApiDesk({ WECHAT_TIMEOUT_MS: "30000" });
});
afterEach(killApis);
afterAll(() => desk.close());

const once = (key: string) => ({ "Idempotency-Key": key });

/** Nobody can write into the log meanwhile, so an act stands still in the middle of its transaction. */
async function whileLogIsHeld(work: () => Promise<void>): Promise<void> {
  await desk.runtime.db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT seq FROM audit_head WHERE id = 1 FOR UPDATE`;
      await work();
    },
    { timeout: 30_000 },
  );
}

const waitingForLog = async () => {
  const [row] = await desk.runtime.db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%audit_head%'`;
  return Number(row?.count ?? 0);
};

describe("a process killed in the middle of a request", () => {
  it("that makes a campaign: the repeat makes it, once", async () => {
    const name = "断电的活动";
    const call = { body: { name }, headers: once(randomUUID()) };
    const first = await startApi(desk);
    await whileLogIsHeld(async () => {
      const cut = first.ask("POST /campaigns", call).catch(() => "cut");
      await expect.poll(waitingForLog, { timeout: 15_000 }).toBe(1);
      await first.kill();
      expect(await cut).toBe("cut");
    });
    const second = await startApi(desk);
    const answer = await second.ask("POST /campaigns", call);
    const { id } = (await answer.json()) as { id: string };
    expect([answer.status, answer.headers.get("idempotency-replayed")]).toEqual([201, null]);
    const again = await desk.ask("POST /campaigns", call);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await again.json()).toMatchObject({ id });
    const { db } = desk.runtime;
    expect(await db.campaign.count({ where: { name } })).toBe(1);
    const made = { action: "campaign.created", targetId: id };
    expect(await db.auditEntry.count({ where: made })).toBe(1);
  }, 60_000);
});
