import { withTransaction } from "@/lib/db/transaction";
import { StaleRunError } from "@/lib/packs/pack-run";
import type { PackRun } from "@/lib/packs/pack-run";
import type { PackProblem } from "@/lib/packs/pack-view";

/** A file of a pack as it is written down. */
export interface NewPackFile {
  position: number;
  path: string;
  objectKey: string;
  crc32: number;
  byteSize: number;
  sha256: string;
  zipOffset: number;
  codePosition: number | null;
}

/** A code whose picture is not in the pack. */
export interface CodeProblem {
  position: number;
  problem: PackProblem["problem"];
}

interface Done {
  /** Codes that are done with these. */
  doneCount: number;
  files?: readonly NewPackFile[];
  problems?: readonly CodeProblem[];
}

/** Writes down how far a run is and what it made; throws StaleRunError when the pack is no longer its to make. */
export async function savePage(
  { ctx, pack, runToken }: PackRun,
  { doneCount, files = [], problems = [] }: Done,
): Promise<void> {
  await withTransaction(ctx, async ({ tx }) => {
    const { count } = await tx.pack.updateMany({
      where: { id: pack.id, runToken, status: "preparing" },
      data: { doneCount, problemCount: { increment: problems.length } },
    });
    if (count === 0) throw new StaleRunError();
    await tx.$executeRaw`
      INSERT INTO pack_files
        (pack_id, position, path, object_key, crc32, byte_size, sha256, zip_offset, code_position)
      SELECT ${pack.id}::uuid, * FROM unnest(${files.map((file) => file.position)}::int[],
        ${files.map((file) => file.path)}::text[], ${files.map((file) => file.objectKey)}::text[],
        ${files.map((file) => file.crc32)}::bigint[], ${files.map((file) => file.byteSize)}::bigint[],
        ${files.map((file) => file.sha256)}::text[], ${files.map((file) => file.zipOffset)}::bigint[],
        ${files.map((file) => file.codePosition)}::int[])`;
    await tx.$executeRaw`
      UPDATE pack_codes SET problem = noted.problem
      FROM unnest(${problems.map(({ position }) => position)}::int[],
        ${problems.map(({ problem }) => problem)}::text[]) AS noted (position, problem)
      WHERE pack_codes.pack_id = ${pack.id}::uuid AND pack_codes.position = noted.position`;
  });
}
