import type { z } from "zod";
import { CreateBatch } from "@/lib/api/batches/batch-settings";
import type { BatchSettings } from "@/lib/api/batches/batch-settings";
import { BatchDraft } from "@/lib/api/batches/draft-view";
import { readUpload, UploadForm } from "@/lib/api/batches/read-upload";
import { tellDraft } from "@/lib/api/batches/tell-draft";
import { defineEndpoint } from "@/lib/api/endpoint";
import { mediaTypeOf } from "@/lib/api/read-call";
import { checkRows } from "@/lib/batches/check-rows";
import { API_ROOT } from "@/lib/core/api-url";
import type { Context } from "@/lib/core/context";
import { addSheet } from "@/lib/sheets/add-sheet";

const FORM = "multipart/form-data";

export const createBatchEndpoint = defineEndpoint({
  method: "post",
  path: "/batches",
  operationId: "createBatch",
  tag: "Batches",
  scopes: ["batches:write"],
  summary: "Bring rows and check them as the draft of a batch",
  description:
    "Nothing is minted or reserved yet: look at the counts, the bad rows and the price, then start it. " +
    "As JSON at most 10,000 rows and 8 MB; as a form with a CSV or XLSX file at most 100,000 rows and 20 MB. " +
    "A draft is removed after 7 days; only its maker can reach it.",
  body: CreateBatch,
  otherBodies: { [FORM]: UploadForm },
  status: 201,
  answer: BatchDraft,
  answerHeaders: { Location: "Address of the draft, and later of the batch." },
  otherAnswers: { 409: { description: "The mini program was put away." } },
  once: "keyed",
  example: {
    body: {
      kind: "WXACODE_UNLIMITED",
      name: "Summer table stickers",
      miniProgramId: "0197c0de-0000-7000-8000-000000000001",
      labelTemplate: "{shop}, table {table}",
      pageTemplate: "pages/index/index",
      carries: {
        as: "payload",
        fields: [
          { name: "shop", column: "shop" },
          { name: "table", column: "table" },
        ],
      },
      rows: [
        { shop: "Joy City", table: 1 },
        { shop: "Joy City", table: 2 },
      ],
    },
  },
  async handle({ ctx, body, request }) {
    const { sheetId, settings } =
      mediaTypeOf(request) === FORM ? await addFile(ctx, request) : await addRows(ctx, body);
    const { draftId } = await checkRows(ctx, { ...settings, sheetId });
    return {
      headers: { Location: `${API_ROOT}/batches/${draftId}` },
      body: await tellDraft(ctx, draftId, request),
    };
  },
});

interface Added {
  sheetId: string;
  settings: z.output<typeof BatchSettings>;
}

async function addFile(ctx: Context, request: Request): Promise<Added> {
  const { settings, file, fileName, choice } = await readUpload(request);
  const body = file.stream();
  const { id: sheetId } = await addSheet(ctx, { source: "file", body, fileName, choice });
  return { sheetId, settings };
}

async function addRows(ctx: Context, body: z.output<typeof CreateBatch>): Promise<Added> {
  const { rows: records, ...settings } = body;
  const { id: sheetId } = await addSheet(ctx, { source: "records", records });
  return { sheetId, settings };
}
