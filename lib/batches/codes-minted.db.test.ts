import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listCodeHistory } from "@/lib/audit/list-code-history";
import { runBatch } from "@/lib/batches/run-batch";
import { dueRun, planned, runner, shops, unlimitedBatch } from "@/lib/batches/testing/batch-input";
import { editCodes } from "@/lib/codes/edit-codes";
import { mintCode } from "@/lib/codes/mint-code";
import { listManifestRows } from "@/lib/packs/manifest/manifest-row";
import { orderPack } from "@/lib/packs/order-pack";
import { orderOf } from "@/lib/testing/pack-desk";
import { openSandboxDesk, unlimitedInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

const COUNT = 40;

let desk: SandboxDesk;
let batchId: string;
beforeAll(async () => {
  desk = await openSandboxDesk();
  const input = unlimitedBatch(desk.miniProgramId, shops(COUNT));
  ({ batchId } = await planned(desk.operator, input));
  await runBatch(runner(desk.runtime), await dueRun(desk.runtime, batchId));
});
afterAll(() => desk.close());

const chunks = () =>
  desk.runtime.db.auditEntry.findMany({
    where: { targetKind: "batch", targetId: batchId, action: "batch.codes_minted" },
    orderBy: { seq: "asc" },
  });

interface Chunk {
  codeCount: number;
  codeIds: string[];
  digest: string;
}

it("codes of a batch that were minted together stand in one entry, each of them once", async () => {
  const entries = await chunks();
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.length).toBeLessThan(COUNT);
  const told = entries.flatMap(({ details }) => (details as unknown as Chunk).codeIds);
  const codes = await desk.runtime.db.code.findMany({ where: { batchId }, select: { id: true } });
  expect(told.toSorted()).toEqual(codes.map(({ id }) => id).toSorted());
  expect(entries[0]).toMatchObject({ targetLabel: "三月桌贴", miniProgramId: desk.miniProgramId });
});

it("the digest of an entry is that of its codes and pictures", async () => {
  for (const { details } of await chunks()) {
    const { codeCount, codeIds, digest } = details as unknown as Chunk;
    const codes = await desk.runtime.db.code.findMany({ where: { id: { in: codeIds } } });
    const lines = codes
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ id, pictureSha256 }) => `${id} ${pictureSha256}\n`);
    expect(codeCount).toBe(codes.length);
    expect(digest).toBe(createHash("sha256").update(lines.join("")).digest("hex"));
  }
});

it("a code's own history shows when it was minted, and what was done to many at once", async () => {
  const [first, second] = await desk.runtime.db.code.findMany({ where: { batchId }, take: 2 });
  if (!first || !second) throw new Error("The batch has no codes.");
  const codeIds = [first.id, second.id];
  await editCodes(desk.operator, { codeIds, addTags: ["门口"], removeTags: [] });
  const history = await listCodeHistory(desk.operator, { codeId: second.id });
  expect(history.map(({ action }) => action)).toEqual(["codes.edited", "batch.codes_minted"]);
});

it("a single code has its entry for itself", async () => {
  const { code } = await mintCode(desk.operator, unlimitedInput(desk));
  const history = await listCodeHistory(desk.operator, { codeId: code.id });
  expect(history.map(({ action }) => action)).toEqual(["code.minted", "code.requested"]);
});

it("a pack of the batch names the entry of each of its codes, and belongs to what they belong to", async () => {
  const order = orderOf([], { selection: { kind: "batch", batchId } });
  const { packId } = await orderPack(desk.operator, order);
  const rows = await listManifestRows(desk.operator, packId, { after: 0, limit: 100 });
  expect(rows).toHaveLength(COUNT);
  const entries = await chunks();
  for (const { code, logEntry } of rows) {
    const entry = entries.find(({ seq }) => seq.toString() === logEntry);
    const told = entry?.details as Chunk | undefined;
    expect(told?.codeIds).toContain(code.codeId);
  }
  const aboutPack = await desk.runtime.db.auditEntry.findMany({ where: { targetId: packId } });
  expect(aboutPack.map(({ action }) => action)).toContain("pack.ready");
  for (const { miniProgramId } of aboutPack) expect(miniProgramId).toBe(desk.miniProgramId);
});

it("the history of a code is found by an index, however long the log is", async () => {
  const { db } = desk.runtime;
  await db.$executeRaw`
    INSERT INTO audit_entries (seq, at, actor_kind, actor_name, action, target_kind, target_label, changes, details,
      request_id, prev_hash, hash)
    SELECT 1000 + n, now(), 'job', 'seed', 'batch.codes_minted', 'batch', '', '{}',
      jsonb_build_object('codeIds', jsonb_build_array(gen_random_uuid(), gen_random_uuid())), '', '', ''
    FROM generate_series(1, 20000) AS n`;
  await db.$executeRaw`ANALYZE audit_entries`;
  const plan = await db.$queryRaw`
    EXPLAIN SELECT seq FROM audit_entries
    WHERE action IN ('batch.codes_minted', 'codes.edited') AND details->'codeIds' ? 'x'`;
  expect(JSON.stringify(plan)).toContain("audit_entries_code_ids");
});
