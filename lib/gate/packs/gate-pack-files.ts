import type { GatePool } from "@/lib/gate/open-pool";
import type { PackFiles, PlacedFile } from "@/lib/packs/serve-pack";

const PAGE_ROWS = 500;

const LIST = `
SELECT position, path, object_key AS "objectKey", crc32::float8, byte_size::float8 AS "byteSize",
  zip_offset::float8 AS "zipOffset"
FROM pack_files WHERE pack_id = $1 AND position >= $2 ORDER BY position LIMIT ${PAGE_ROWS}`;

const AT = `
SELECT position FROM pack_files WHERE pack_id = $1 AND zip_offset <= $2 ORDER BY zip_offset DESC LIMIT 1`;

/** The files of packs, read under the gate's own role. */
export function gatePackFiles(pool: GatePool): PackFiles {
  return {
    listFiles: (packId, fromPosition) =>
      pool.query<PlacedFile>({
        name: "list-pack-files",
        text: LIST,
        values: [packId, fromPosition],
      }),
    async positionAt(packId, offset) {
      const values = [packId, offset];
      const rows = await pool.query<{ position: number }>({
        name: "position-at",
        text: AT,
        values,
      });
      return rows[0]?.position ?? 1;
    },
  };
}
