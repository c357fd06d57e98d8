import { z } from "zod";
import { rowProblem, RowProblem } from "@/lib/api/batches/row-problems";
import type { Sentence } from "@/lib/api/batches/row-problems";
import { Id, Moment } from "@/lib/api/schema";
import type { DraftDetail } from "@/lib/batches/get-draft";
import { JsonValue } from "@/lib/campaigns/fields-schema";
import { CodeKind } from "@/lib/codes/schema";

const count = z.int().min(0);

const Price = z
  .object({
    limitedCount: count.describe("Codes out of the 100,000; 0 for WXACODE_UNLIMITED."),
    callCount: count.describe("Calls to WeChat."),
    minutes: count.describe("At the mini program's pace, rounded up."),
    days: z.int().nullable().describe("WXACODE: days under its daily limit."),
    left: z.int().describe("What is left of the 100,000."),
    lifetimeLimit: count,
    isAffordable: z.boolean(),
    needsApproval: z.boolean().describe("A second person has to agree before anything is sent."),
  })
  .meta({ id: "BatchPrice" });

const Sample = z
  .object({
    row: z.int().min(1),
    label: z.string(),
    target: z.string().describe("Page or path."),
    scene: z.string().nullable().describe("Null while it is to be generated."),
    payload: z.record(z.string(), JsonValue).nullable(),
  })
  .meta({ id: "BatchSample" });

const BadRow = z.object({ row: z.int().min(1), ...RowProblem.shape }).meta({ id: "BatchBadRow" });

/** A batch that was checked and not started. */
export const BatchDraft = z
  .object({
    id: Id.describe("Stays the batch's id once it is started."),
    status: z.literal("draft"),
    name: z.string(),
    kind: CodeKind,
    miniProgramId: Id,
    campaignId: Id.nullable(),
    columns: z.array(z.string()),
    rowCount: count,
    newCount: count,
    repeatCount: count.describe("Minted before, or above in the rows: they cost nothing."),
    badCount: count,
    badRows: z.array(BadRow).describe("The first 20, each with the first thing wrong with it."),
    samples: z.array(Sample).describe("The first three new rows and the last."),
    price: Price,
    createdAt: Moment,
    expiresAt: Moment.describe("It is removed then, unless it is started."),
  })
  .meta({ id: "BatchDraft" });

export function draftView(draft: DraftDetail, sentence: Sentence): z.input<typeof BatchDraft> {
  const { check, form, columns } = draft;
  const { rowCount, newCount, repeatCount, badCount, price } = check;
  return {
    id: check.draftId,
    status: "draft",
    name: form.name,
    kind: form.kind,
    miniProgramId: form.miniProgramId,
    campaignId: form.campaignId,
    columns,
    rowCount,
    newCount,
    repeatCount,
    badCount,
    badRows: draft.badRows.flatMap(({ row, problems }) =>
      problems.slice(0, 1).map((problem) => ({ row, ...rowProblem(problem, sentence, form) })),
    ),
    samples: check.samples.map(({ row, label, target, scene, payload }) => ({
      row,
      label,
      target,
      scene,
      payload: payload as z.input<typeof Sample>["payload"],
    })),
    price: {
      limitedCount: price.limitedCount,
      callCount: price.callCount,
      minutes: price.minutes,
      days: price.days,
      left: price.left,
      lifetimeLimit: price.lifetimeLimit,
      isAffordable: price.isAffordable,
      needsApproval: price.needsApproval,
    },
    createdAt: draft.createdAt.toISOString(),
    expiresAt: draft.expiresAt.toISOString(),
  };
}
