import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelBatch } from "@/lib/batches/cancel-batch";
import { getBatch } from "@/lib/batches/get-batch";
import { resumeBatch } from "@/lib/batches/resume-batch";
import { planned, runDue, shops, wxacodeBatch } from "@/lib/batches/testing/batch-input";
import { archiveMiniProgram } from "@/lib/mini-programs/archive-mini-program";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import type { OwnMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

const read = (batchId: string) => getBatch(desk.operator, { batchId });
const planLimited = async (own: OwnMiniProgram, count: number) =>
  (await planned(desk.operator, wxacodeBatch(own.id, shops(count)))).batchId;

describe("a batch whose mini program is archived", () => {
  it("asks WeChat no more, and can only be cancelled", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await planLimited(own, 3);
    await archiveMiniProgram(desk.admin, { id: own.id });
    await runDue(desk.runtime, batchId);
    expect(own.requests("getwxacode")).toEqual([]);
    expect(await read(batchId)).toMatchObject({
      status: "paused",
      pause: { why: "archived", endsByItself: null },
      may: { resume: false, cancel: true },
    });
    await expect(resumeBatch(desk.operator, { batchId })).rejects.toMatchObject({
      reason: "miniProgramArchived",
    });
    await cancelBatch(desk.operator, { batchId });
    expect(await own.quota()).toMatchObject({ reserved: 0, spent: 0 });
  });
});

describe("a batch whose person may mint no longer", () => {
  it("asks WeChat no more until somebody else lets it go on in their name", async () => {
    const own = await ownMiniProgram(desk);
    const batchId = await planLimited(own, 3);
    const { id } = desk.operator.actor;
    const setRole = (role: "operator" | "marketing") =>
      desk.runtime.db.user.update({ where: { id: id ?? "" }, data: { role } });
    await setRole("marketing");
    try {
      await runDue(desk.runtime, batchId);
      expect(own.requests("getwxacode")).toEqual([]);
      expect(await read(batchId)).toMatchObject({
        status: "paused",
        pause: { why: "not_allowed", endsByItself: null },
        may: { resume: true, cancel: true },
      });
      await resumeBatch(desk.admin, { batchId });
      await runDue(desk.runtime, batchId);
      expect((await read(batchId)).counts).toMatchObject({ minted: 3 });
    } finally {
      await setRole("operator");
    }
  });
});
