import type { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { extensionOf } from "@/lib/codes/file-name";
import type { Context } from "@/lib/core/context";
import { Prisma } from "@/lib/db/generated/client";
import type { Transaction } from "@/lib/db/client";
import { reader } from "@/lib/db/transaction";
import { CHOSEN_MAX, judgedSql, toLeftOut } from "@/lib/packs/chosen-sql";
import type { ParsedSelection, ReasonCount } from "@/lib/packs/chosen-sql";
import { readNameTemplate } from "@/lib/packs/naming/name-template";
import { UniquePaths } from "@/lib/packs/naming/unique-paths";
import type { PackPreview } from "@/lib/packs/pack-view";
import type { PackedCode } from "@/lib/packs/packed-code";
import { packedCodesSql, toPackedCode } from "@/lib/packs/packed-codes-sql";
import type { PackedCodeRow } from "@/lib/packs/packed-codes-sql";
import { requireChosen } from "@/lib/packs/require-chosen";
import { PACK_CODES_MAX, PreviewPackInput } from "@/lib/packs/schema";

/** Of so many codes the payload is looked at for what names can be made of. */
const SAMPLE_CODES = 200;
const SAMPLE_NAMES = 3;

type ParsedOptions = z.output<typeof PreviewPackInput>["options"];

/**
 * What a pack of these codes would be; makes nothing. Throws NotFoundError for what does not exist, and
 * InvalidInputError for a name template that cannot be read.
 */
export async function previewPack(ctx: Context, input: PreviewPackInput): Promise<PackPreview> {
  authorize(ctx, "packs:read");
  const { selection, options } = PreviewPackInput.parse(input);
  const db = reader(ctx);
  await requireChosen(db, selection);
  const counts = await countChosen(db, selection);
  const packed = counts.find(({ reason }) => reason === null);
  const codeCount = packed?.count ?? 0;
  const codes = await listFirst(db, selection);
  return {
    codeCount,
    leftOut: toLeftOut(counts),
    isTooMany:
      codeCount > PACK_CODES_MAX || counts.reduce((sum, { count }) => sum + count, 0) > CHOSEN_MAX,
    pictureBytes: Number(packed?.byteSize ?? 0),
    sampleNames: sampleNames(options, codes, codeCount),
    payloadKeys: [...new Set(codes.flatMap(({ payload }) => Object.keys(payload ?? {})))],
    sampleCodeId: codes[0]?.codeId ?? null,
  };
}

async function countChosen(db: Transaction, selection: ParsedSelection) {
  return db.$queryRaw<(ReasonCount & { byteSize: bigint | null })[]>`
    SELECT reason, count(*)::int AS count, sum(p.byte_size)::bigint AS "byteSize"
    FROM (${judgedSql(selection)}) AS judged
    LEFT JOIN pictures p ON p.sha256 = judged.picture_sha256
    GROUP BY reason`;
}

async function listFirst(db: Transaction, selection: ParsedSelection): Promise<PackedCode[]> {
  const from = Prisma.sql`
    SELECT place AS position, id AS code_id, label, tags, campaign_name, now() AS as_of
    FROM (${judgedSql(selection)}) AS judged
    WHERE reason IS NULL ORDER BY place LIMIT ${SAMPLE_CODES}::int`;
  const rows = await db.$queryRaw<PackedCodeRow[]>(packedCodesSql(from));
  return rows.map(toPackedCode);
}

function sampleNames(
  { form, drawing, ...naming }: ParsedOptions,
  codes: readonly PackedCode[],
  codeCount: number,
): string[] {
  if (form === "labels" || form === "spreadsheet") return [];
  const fill = readNameTemplate(naming, { codeCount });
  const paths = new UniquePaths([]);
  const drawn = form === "pictures" ? null : `image/${drawing?.imageType ?? "png"}`;
  return codes
    .slice(0, SAMPLE_NAMES)
    .map((code) => paths.take(fill(code), extensionOf(drawn ?? code.picture.mediaType)));
}
