import { Prisma } from "@/lib/db/generated/client";
import type { PackedCode, PackedPicture } from "@/lib/packs/packed-code";
import { inForceJoin } from "@/lib/scenes/in-force-sql";

/** A code of a pack as the query gives it. */
export interface PackedCodeRow extends Omit<PackedCode, "picture">, Omit<PackedPicture, "crc32"> {
  crc32: bigint;
}

/**
 * Everything that may be said about codes, by position. `from` gives `position`, `code_id`, `label`, `tags`,
 * `campaign_name`, and `as_of`: the moment their scenes are told of.
 */
export function packedCodesSql(from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT pc.position, c.id AS "codeId", c.serial, pc.label, pc.tags, m.name AS "miniProgramName",
      m.wechat_app_id AS "wechatAppId", m.is_sandbox AS "isSandbox", pc.campaign_name AS "campaignName",
      b.name AS "batchName", c.batch_row AS "batchRow", c.kind, c.target, c.scene, in_force.page,
      in_force.payload, coalesce(s.retired_at <= pc.as_of, false) AS "isRetired", c.width,
      c.created_by_name AS "createdBy", c.created_at AS "createdAt", c.minted_at AS "mintedAt", p.sha256, p.crc32,
      p.byte_size AS "byteSize", p.media_type AS "mediaType", p.pixel_width AS "pixelWidth",
      p.pixel_height AS "pixelHeight"
    FROM (${from}) AS pc
    JOIN codes c ON c.id = pc.code_id
    JOIN mini_programs m ON m.id = c.mini_program_id
    JOIN pictures p ON p.sha256 = c.picture_sha256
    LEFT JOIN batches b ON b.id = c.batch_id
    LEFT JOIN scenes s ON s.mini_program_id = c.mini_program_id AND s.value = c.scene
    ${Prisma.raw(inForceJoin("pc.as_of"))}
    ORDER BY pc.position`;
}

export function toPackedCode(row: PackedCodeRow): PackedCode {
  const { sha256, crc32, byteSize, mediaType, pixelWidth, pixelHeight, ...code } = row;
  const picture = { sha256, crc32: Number(crc32), byteSize, mediaType, pixelWidth, pixelHeight };
  return { ...code, picture };
}
