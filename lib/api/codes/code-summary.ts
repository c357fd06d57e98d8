import { z } from "zod";
import { Id, Moment } from "@/lib/api/schema";
import type { CodeRow } from "@/lib/codes/list-codes";
import { CodeKind, CodeStatus, EnvVersion } from "@/lib/codes/schema";
import type { CodeDetail } from "@/lib/codes/schema";
import { apiUrl } from "@/lib/core/api-url";

const Named = z.object({ id: Id, name: z.string() });

/** A code as lists tell it. */
export const CodeSummary = z
  .object({
    id: Id,
    serial: z.string().describe("Short and readable, as A7K-0412."),
    miniProgram: Named,
    campaign: Named.nullable(),
    kind: CodeKind,
    status: CodeStatus,
    label: z.string(),
    tags: z.array(z.string()),
    target: z.string().describe("Page of a B code, path of the others."),
    scene: z.string().nullable(),
    envVersion: EnvVersion,
    width: z.int(),
    lineColor: z.string(),
    isHyaline: z.boolean(),
    createdBy: z.string(),
    createdAt: Moment,
    mintedAt: Moment.nullable(),
    heldUntil: Moment.nullable().describe("WeChat asked for a pause: sent by itself after this."),
    imageUrl: z.url().nullable().describe("Null while there is no picture."),
  })
  .meta({ id: "CodeSummary" });

type Parts = Omit<z.input<typeof CodeSummary>, "miniProgram" | "campaign" | "imageUrl">;

export function codeSummary(code: CodeRow, publicUrl: string): z.input<typeof CodeSummary> {
  const { miniProgramId, miniProgramName, campaignId, campaignName, pictureSha256 } = code;
  return {
    ...codeParts(code),
    miniProgram: { id: miniProgramId, name: miniProgramName },
    campaign: campaignId === null ? null : { id: campaignId, name: campaignName ?? "" },
    imageUrl: pictureSha256 === null ? null : imageUrl(code.id, publicUrl),
  };
}

/** What rows and details of codes have alike. */
export function codeParts(code: CodeRow | CodeDetail): Parts {
  const { id, serial, kind, status, label, tags, target, scene, envVersion } = code;
  const { width, lineColor, isHyaline, createdBy } = code;
  return {
    id,
    serial,
    kind,
    status,
    label,
    tags,
    target,
    scene,
    envVersion,
    width,
    lineColor,
    isHyaline,
    createdBy,
    createdAt: code.createdAt.toISOString(),
    mintedAt: code.mintedAt?.toISOString() ?? null,
    heldUntil: code.heldUntil?.toISOString() ?? null,
  };
}

export function imageUrl(codeId: string, publicUrl: string): string {
  return apiUrl(publicUrl, `/codes/${codeId}/image`);
}
