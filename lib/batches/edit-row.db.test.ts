import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editRow } from "@/lib/batches/edit-row";
import { getBatch } from "@/lib/batches/get-batch";
import {
  planned,
  runDue,
  shops,
  unlimitedBatch,
  wxacodeBatch,
} from "@/lib/batches/testing/batch-input";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;

beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

const read = (batchId: string) => getBatch(desk.operator, { batchId });
const refusedRow = (batchId: string) =>
  desk.runtime.db.code.findFirstOrThrow({ where: { batchId, status: "refused" } });

describe("a refused row", () => {
  it("is put right in its place, and the batch that was done tries it again", async () => {
    const own = await ownMiniProgram(desk);
    const refusal = { kind: "errcode", errcode: 40097 } as const;
    own.addFault({ endpoint: "getwxacodeunlimit", fault: refusal, times: 1 });
    const { batchId } = await planned(desk.operator, unlimitedBatch(own.id, shops(2)));
    await runDue(desk.runtime, batchId);
    await runDue(desk.runtime, batchId);
    expect(await read(batchId)).toMatchObject({ status: "done", counts: { refused: 1 } });
    const row = await refusedRow(batchId);
    const edit = { codeId: row.id, label: "新名", target: "pages/shop/index", scene: "neu-1" };
    await expect(editRow(desk.marketing, edit)).rejects.toMatchObject({ code: "forbidden" });
    await expect(editRow(desk.operator, { ...edit, scene: "有汉字" })).rejects.toMatchObject({
      name: "ZodError",
    });
    await editRow(desk.operator, edit);
    await expect(editRow(desk.operator, edit)).rejects.toMatchObject({ reason: "rowNotRefused" });
    await runDue(desk.runtime, batchId);
    expect(await read(batchId)).toMatchObject({ status: "done", counts: { minted: 2 } });
    const mended = await desk.runtime.db.code.findUniqueOrThrow({ where: { id: row.id } });
    expect(mended).toMatchObject({ label: "新名", scene: "neu-1", batchRow: row.batchRow });
    const sent = own.requests("getwxacodeunlimit").at(-1);
    expect(JSON.stringify(sent)).toContain("neu-1");
  });

  it("keeps its generated scene and its data, and reserves anew what it costs", async () => {
    const own = await ownMiniProgram(desk);
    own.addFault({ endpoint: "getwxacode", fault: { kind: "errcode", errcode: 40097 }, times: 1 });
    const { batchId } = await planned(desk.operator, wxacodeBatch(own.id, shops(1)));
    await runDue(desk.runtime, batchId);
    await runDue(desk.runtime, batchId);
    const row = await refusedRow(batchId);
    const edit = { codeId: row.id, label: row.label, target: "pages/b?x=1", scene: null };
    await editRow(desk.operator, edit);
    expect(await own.quota()).toMatchObject({ reserved: 1 });
    await runDue(desk.runtime, batchId);
    expect(await own.quota()).toMatchObject({ spent: 1, reserved: 0 });
    expect(own.used()).toBe(1);
  });
});
