import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { listCodesSql } from "@/lib/codes/code-filter-sql";
import { ListCodesInput } from "@/lib/codes/list-schema";
import type { EnvVersion, CodeKind, CodeStatus } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { decodeCursor, encodeCursor } from "@/lib/core/cursor";
import type { Page } from "@/lib/core/cursor";
import { reader } from "@/lib/db/transaction";

/** A code as the gallery and the table show it. */
export interface CodeRow {
  id: string;
  /** Short and readable, as A7K-0412. */
  serial: string;
  miniProgramId: string;
  miniProgramName: string;
  isSandbox: boolean;
  campaignId: string | null;
  campaignName: string | null;
  kind: CodeKind;
  status: CodeStatus;
  label: string;
  tags: string[];
  target: string;
  scene: string | null;
  envVersion: EnvVersion;
  width: number;
  lineColor: string;
  isHyaline: boolean;
  createdBy: string;
  createdById: string | null;
  createdAt: Date;
  mintedAt: Date | null;
  pictureSha256: string | null;
  mediaType: string | null;
  failureErrcode: number | null;
  failureWhy: string | null;
  /** WeChat asked for a pause: sent again by itself after this moment. */
  heldUntil: Date | null;
}

const Position = z.tuple([z.iso.datetime(), z.guid()]);

/**
 * The codes that meet the filters, newest first. Deep pages cost what the first does.
 * Throws InvalidInputError for a cursor that no earlier page gave.
 */
export async function listCodes(ctx: Context, input: ListCodesInput): Promise<Page<CodeRow>> {
  authorize(ctx, "codes:read");
  const { cursor, limit, ...filters } = ListCodesInput.parse(input);
  const position = cursor === undefined ? null : decodeCursor(cursor, Position);
  const after = position && { createdAt: position[0], id: position[1] };
  // One row more than asked for tells whether there is a next page.
  const found = await reader(ctx).$queryRaw<CodeRow[]>(listCodesSql(filters, after, limit + 1));
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next =
    last && found.length > limit ? encodeCursor([last.createdAt.toISOString(), last.id]) : null;
  return { rows, next };
}
