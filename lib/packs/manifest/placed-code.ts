import type { Transaction } from "@/lib/db/client";
import type { PackProblem } from "@/lib/packs/pack-view";

/** A code of a pack and the file that shows it. */
export interface PlacedCode {
  position: number;
  serial: string;
  label: string;
  /** Null when its picture is not in the pack. */
  file: { path: string; sha256: string } | null;
  problem: PackProblem["problem"] | null;
}

/** The next codes of a pack behind a position, as short as a list of pictures needs them. */
export async function listPlacedCodes(
  db: Transaction,
  packId: string,
  { after, limit }: { after: number; limit: number },
): Promise<PlacedCode[]> {
  const rows = await db.$queryRaw<
    (Omit<PlacedCode, "file"> & { path: string | null; sha256: string | null })[]
  >`
    SELECT pc.position, c.serial, pc.label, pc.problem, f.path, f.sha256
    FROM (
      SELECT * FROM pack_codes WHERE pack_id = ${packId}::uuid AND position > ${after}::int
      ORDER BY position LIMIT ${limit}::int
    ) AS pc
    JOIN codes c ON c.id = pc.code_id
    LEFT JOIN pack_files f ON f.pack_id = pc.pack_id AND f.code_position = pc.position
    ORDER BY pc.position`;
  return rows.map(({ path, sha256, ...code }) => ({
    ...code,
    file: path !== null && sha256 !== null ? { path, sha256 } : null,
  }));
}
