/** A child process that brings, checks and plans a file of rows as the web process does: database, mini program, file. */
import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { openBenchPerson } from "@/bench/bench-person";
import { readPeakMb } from "@/bench/batch-memory/read-peak";
import { checkRows } from "@/lib/batches/check-rows";
import { planBatch } from "@/lib/batches/plan-batch";
import { addSheet } from "@/lib/sheets/add-sheet";

const [databaseUrl = "", miniProgramId = "", file = ""] = process.argv.slice(2);
const { operator, runtime } = await openBenchPerson(databaseUrl);
const body = (await openAsBlob(file)).stream();
const sheet = await addSheet(operator, { source: "file", fileName: "shops.csv", body, choice: {} });
const { draftId } = await checkRows(operator, {
  kind: "WXACODE_UNLIMITED",
  sheetId: sheet.id,
  name: `${sheet.rowCount} 家门店`,
  miniProgramId,
  campaignId: null,
  tags: [],
  width: 430,
  autoColor: false,
  lineColor: "#000000",
  isHyaline: false,
  envVersion: "release",
  checkPath: true,
  labelTemplate: "{门店名称} 桌贴",
  pageTemplate: "pages/index/index",
  carries: { as: "payload", fields: [{ name: "shop", column: "编号" }] },
});
const go = { draftId, requestKey: randomUUID(), leaveOutBad: false };
const { batchId } = await planBatch(operator, go);
process.send?.({ batchId, peakMb: await readPeakMb(process.pid) });
await runtime.close();
process.disconnect?.();
