import type { Context } from "@/lib/core/context";
import { listPackedCodes } from "@/lib/packs/list-packed-codes";
import { listPlacedCodes } from "@/lib/packs/manifest/placed-code";
import type { PlacedCode } from "@/lib/packs/manifest/placed-code";
import type { PackedCode } from "@/lib/packs/packed-code";

/** What a manifest says about one code. */
export interface ManifestRow extends Pick<PlacedCode, "file" | "problem"> {
  code: PackedCode;
  /** Number of the entry of the log that it was minted; null for one that is older than the log. */
  logEntry: string | null;
}

/** The next codes of a pack behind a position, each with its file and its place in the log. */
export async function listManifestRows(
  ctx: Context,
  packId: string,
  page: { after: number; limit: number },
): Promise<ManifestRow[]> {
  const { db } = ctx.runtime;
  const codes = await listPackedCodes(db, packId, page);
  const placed = await listPlacedCodes(db, packId, page);
  const codeIds = codes.map(({ codeId }) => codeId);
  // Codes of a batch are in an entry together.
  const entries = await db.$queryRaw<{ codeId: string; seq: bigint }[]>`
    SELECT "codeId", max(seq) AS seq FROM (
      SELECT target_id AS "codeId", seq FROM audit_entries
      WHERE target_kind = 'code' AND action = 'code.minted' AND target_id = ANY(${codeIds}::text[])
      UNION ALL
      SELECT "codeId", seq FROM audit_entries, jsonb_array_elements_text(details->'codeIds') AS "codeId"
      WHERE action = 'batch.codes_minted' AND details->'codeIds' ?| ${codeIds}::text[]
        AND "codeId" = ANY(${codeIds}::text[])
    ) AS minted GROUP BY "codeId"`;
  const placedAt = new Map(placed.map((code) => [code.position, code]));
  const entryOf = new Map(entries.map(({ codeId, seq }) => [codeId, String(seq)]));
  return codes.map((code) => {
    const { file = null, problem = null } = placedAt.get(code.position) ?? {};
    return { code, file, problem, logEntry: entryOf.get(code.codeId) ?? null };
  });
}
