import { z } from "zod";
import { BatchFailure, failureView } from "@/lib/api/batches/failure-view";
import { rowProblem, RowProblem } from "@/lib/api/batches/row-problems";
import type { Sentence } from "@/lib/api/batches/row-problems";
import { imageUrl } from "@/lib/api/codes/code-summary";
import { Id, Moment } from "@/lib/api/schema";
import type { BatchRowState } from "@/lib/batches/progress-schema";
import { CodeStatus } from "@/lib/codes/schema";
import type { Locale } from "@/lib/i18n/locales";

/** A row of a batch and what became of it. */
export const BatchCode = z
  .object({
    row: z.int().min(1),
    status: z.enum([...CodeStatus.options, "skipped"]),
    codeId: Id.nullable().describe("For a repeat, the code that was there before."),
    label: z.string(),
    serial: z.string().nullable(),
    target: z.string().nullable().describe("Page or path."),
    scene: z.string().nullable(),
    mintedAt: Moment.nullable(),
    heldUntil: Moment.nullable().describe("WeChat asked for a pause: it goes on after this."),
    imageUrl: z.url().nullable().describe("Null unless it is minted."),
    failure: BatchFailure.nullable(),
    skippedWhy: z.enum(["bad", "repeat"]).nullable(),
    repeatOfRow: z.int().nullable().describe("A repeat of a row above."),
    problems: z.array(RowProblem).describe("Of a bad row."),
  })
  .meta({ id: "BatchCode" });

export function batchCodeView(
  found: BatchRowState,
  { publicUrl, locale, sentence }: { publicUrl: string; locale: Locale; sentence: Sentence },
): z.input<typeof BatchCode> {
  const { row, state, codeId, label, serial, target, scene, failure, skip } = found;
  const problems = skip?.why === "bad" ? skip.problems : [];
  return {
    row,
    status: state,
    codeId,
    label,
    serial,
    target,
    scene,
    mintedAt: found.mintedAt?.toISOString() ?? null,
    heldUntil: found.heldUntil?.toISOString() ?? null,
    imageUrl: state === "minted" && codeId ? imageUrl(codeId, publicUrl) : null,
    failure: failure && failureView(failure, locale),
    skippedWhy: skip?.why ?? null,
    repeatOfRow: skip?.why === "repeat" ? skip.ofRow : null,
    problems: problems.map((problem) => rowProblem(problem, sentence, null)),
  };
}
