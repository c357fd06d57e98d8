import { z } from "zod";
import { Id, Moment } from "@/lib/api/schema";
import { apiUrl } from "@/lib/core/api-url";
import type { PackDetail, PackRow } from "@/lib/packs/pack-view";
import { LEFT_OUT_REASONS, PACK_STATUSES, PackForm } from "@/lib/packs/schema";

/** A pack as lists tell it. */
export const PackSummary = z
  .object({
    id: Id,
    name: z.string(),
    form: PackForm,
    status: z.enum(PACK_STATUSES),
    codeCount: z.int().min(0),
    leftOut: z
      .partialRecord(z.enum(LEFT_OUT_REASONS), z.int().min(0))
      .describe("How many of the chosen codes are not in it, by reason."),
    doneCount: z.int().min(0).describe("Codes prepared so far."),
    problemCount: z.int().min(0).describe("Codes whose picture is lost or damaged."),
    byteSize: z.int().nullable().describe("Of the file; null until it is ready."),
    takeCount: z.int().min(0),
    createdBy: z.string(),
    createdAt: Moment,
    readyAt: Moment.nullable(),
    removeAt: Moment.nullable().describe("Its file is kept until then."),
  })
  .meta({ id: "PackSummary" });

const PackProblem = z
  .object({
    codeId: Id,
    serial: z.string(),
    label: z.string(),
    problem: z.enum(["missing", "damaged"]),
  })
  .meta({ id: "PackProblem" });

/** A pack as programs see it. */
export const Pack = PackSummary.extend({
  progress: z.number().min(0).max(1),
  fileName: z.string(),
  fileCount: z.int().nullable().describe("Files in the ZIP."),
  sha256: z
    .string()
    .nullable()
    .describe("ZIP: of its manifest.json, which names the hash of every other file; else of it."),
  fileUrl: z.url().nullable().describe("Where the file is to be had; null unless it is ready."),
  failure: z.string().nullable().describe("A word for programs: why it could not be made."),
  auditSeq: z.int().describe("Number of the log's entry about the order."),
  chosenFrom: z
    .object({ kind: z.enum(["batch", "campaign"]), id: Id, name: z.string() })
    .nullable()
    .describe("Null for codes by id and for filters."),
  problems: z.array(PackProblem).describe("The first 100."),
}).meta({ id: "Pack" });

export function packSummary(pack: PackRow): z.input<typeof PackSummary> {
  const { id, name, form, status, codeCount, leftOut, doneCount, problemCount } = pack;
  return {
    id,
    name,
    form,
    status,
    codeCount,
    leftOut,
    doneCount,
    problemCount,
    byteSize: pack.byteSize,
    takeCount: pack.takeCount,
    createdBy: pack.createdBy,
    createdAt: pack.createdAt.toISOString(),
    readyAt: pack.readyAt?.toISOString() ?? null,
    removeAt: pack.removeAt?.toISOString() ?? null,
  };
}

export function packView(pack: PackDetail, publicUrl: string): z.input<typeof Pack> {
  const { status, doneCount, codeCount, fileName, fileCount, sha256, failure, auditSeq } = pack;
  return {
    ...packSummary(pack),
    progress: status === "ready" ? 1 : doneCount / Math.max(1, codeCount),
    fileName,
    fileCount,
    sha256,
    fileUrl: status === "ready" ? apiUrl(publicUrl, `/packs/${pack.id}/file`) : null,
    failure,
    auditSeq,
    chosenFrom: pack.chosenFrom,
    problems: pack.problems.map(({ codeId, serial, label, problem }) => ({
      codeId,
      serial,
      label,
      problem,
    })),
  };
}
