import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { BatchDraft } from "@/lib/api/batches/draft-view";
import type { Problem } from "@/lib/api/problem";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { tableFile } from "@/lib/core/table-file";

let desk: ApiDesk;
beforeAll(async () => {
  desk = await openApiDesk();
});
afterAll(() => desk.close());

const settings = (changes: object = {}) =>
  JSON.stringify({
    kind: "WXACODE_UNLIMITED",
    name: "门店",
    miniProgramId: desk.miniProgramId,
    labelTemplate: "{门店} 桌贴",
    carries: { as: "payload", fields: [{ name: "shop", column: "编号" }], fixed: { from: "api" } },
    ...changes,
  });

function formOf(parts: Record<string, string | Blob>): FormData {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) {
    if (typeof part === "string") form.set(name, part);
    else form.set(name, part, "门店.csv");
  }
  return form;
}

const upload = (parts: Record<string, string | Blob>, headers?: Record<string, string>) =>
  desk.ask("POST /batches", { body: formOf(parts), headers });

async function draftOf(response: Response): Promise<z.input<typeof BatchDraft>> {
  const text = await response.text();
  expect(response.status, text).toBe(201);
  return JSON.parse(text) as z.input<typeof BatchDraft>;
}

async function refused(parts: Record<string, string | Blob>) {
  const response = await upload(parts);
  const { reason, errors } = (await response.json()) as Problem;
  return [response.status, reason, errors?.[0]?.pointer];
}

const shop = () => randomUUID().slice(0, 8);

describe("a batch of a file", () => {
  it("is made of CSV by the mapping, with the same choices as on the screen", async () => {
    const file = new Blob([`门店;编号\n朝阳店;${shop()}\n海淀店;${shop()}\n`]);
    const draft = await draftOf(await upload({ file, batch: settings() }));
    expect(draft).toMatchObject({ columns: ["门店", "编号"], rowCount: 2, newCount: 2 });
    expect(draft.samples[0]).toMatchObject({
      label: "朝阳店 桌贴",
      payload: { from: "api" },
      scene: null,
    });
    const mapped = settings({
      labelTemplate: "{A}",
      carries: { as: "payload", fields: [{ name: "x", column: "B" }] },
    });
    const choice = { hasHeader: "false", delimiter: ";", encoding: "utf-8" };
    const whole = await draftOf(await upload({ file, batch: mapped, ...choice }));
    expect(whole).toMatchObject({ columns: ["A", "B"], rowCount: 3 });
    const started = await desk.ask(`POST /batches/${draft.id}/start`, { body: {} });
    expect(await started.json()).toMatchObject({ id: draft.id, status: "running" });
  });

  it("is made of XLSX", async () => {
    const rows = [
      ["朝阳店", shop()],
      ["海淀店", shop()],
    ];
    const table = {
      header: ["门店", "编号"],
      readPage: async () => ({ rows, next: null }),
      toCells: (row: string[]) => row,
    };
    const file = new Blob([await new Response(tableFile(table, "xlsx")).bytes()]);
    const draft = await draftOf(await upload({ file, batch: settings() }));
    expect(draft).toMatchObject({ columns: ["门店", "编号"], newCount: 2, badCount: 0 });
  });

  it("sent again under its key is the first draft", async () => {
    const body = formOf({ file: new Blob([`门店,编号\n甲,${shop()}\n`]), batch: settings() });
    const encoded = new Response(body);
    const headers = {
      "Content-Type": encoded.headers.get("content-type") ?? "",
      "Idempotency-Key": randomUUID(),
    };
    const bytes = await encoded.blob();
    const ask = () => desk.ask("POST /batches", { body: bytes, headers });
    const first = await draftOf(await ask());
    expect(await draftOf(await ask())).toEqual(first);
  });

  it("says which part is missing, unreadable, unknown or too large", async () => {
    const file = new Blob(["门店,编号\n甲,1\n"]);
    expect(await refused({ batch: settings() })).toEqual([422, "filePartMissing", "/file"]);
    expect(await refused({ file })).toEqual([422, "batchPartMissing", "/batch"]);
    expect(await refused({ file, batch: "{" })).toEqual([400, "bodyNotJson", "/batch"]);
    const unknown = await refused({ file, batch: settings(), colour: "red" });
    expect(unknown).toEqual([422, "fieldUnknown", "/colour"]);
    const nowhere = await refused({ file, batch: settings({ labelTemplate: "{城市}" }) });
    expect(nowhere).toEqual([422, "columnUnknown", "/labelTemplate"]);
    const [status, reason] = await refused({ file, batch: settings(), hasHeader: "perhaps" });
    expect([status, reason]).toEqual([422, "inputInvalid"]);
    const tooLarge = new Blob([new Uint8Array(20 * 1024 * 1024 + 1)]);
    expect((await refused({ file: tooLarge, batch: settings() })).slice(0, 2)).toEqual([
      413,
      "fileLarge",
    ]);
    const most = new Blob([new Uint8Array(22 * 1024 * 1024)]);
    expect((await refused({ file: most, batch: settings() })).slice(0, 2)).toEqual([
      413,
      "requestLarge",
    ]);
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    const odd = await desk.ask("POST /batches", { body: "no form", headers });
    expect([odd.status, ((await odd.json()) as Problem).reason]).toEqual([400, "formUnreadable"]);
  });
});
