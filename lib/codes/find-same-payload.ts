import type { z } from "zod";
import type { MintCodeInput, MintPrice } from "@/lib/codes/schema";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { unreadId } from "@/lib/db/unread-id";
import { IN_FORCE_JOIN, IS_RETIRED } from "@/lib/scenes/in-force-sql";

const MOST_COUNTED = 1_000;

/**
 * The newest code whose scan leads to the same page with the same data already, and how many there are (to a
 * thousand). One whose scene was re-pointed or retired since is no match: it means something else now.
 */
export async function findSamePayload(
  db: Transaction,
  input: z.output<typeof MintCodeInput>,
): Promise<MintPrice["samePayload"]> {
  if (input.kind !== "WXACODE_UNLIMITED" || input.carries.as !== "payload") return null;
  const payload = Prisma.sql`${JSON.stringify(input.carries.payload)}::jsonb`;
  const [found] = await db.$queryRaw<NonNullable<MintPrice["samePayload"]>[]>`
    SELECT id, label, status, serial, (count(*) OVER ())::int AS count FROM (
      SELECT c.id, c.label, c.status::text, c.serial, c.created_at
      FROM scenes s
      JOIN codes c ON c.mini_program_id = s.mini_program_id AND c.scene = s.value
      ${Prisma.raw(IN_FORCE_JOIN)}
      WHERE s.mini_program_id = ${unreadId(input.miniProgramId)} AND s.payload IS NOT NULL
        AND jsonb_hash(s.payload) = jsonb_hash(${payload}) AND s.payload = ${payload}
        AND s.page = ${input.page} AND NOT coalesce(${Prisma.raw(IS_RETIRED)}, false)
        AND in_force.page = s.page AND in_force.payload = s.payload
        AND c.kind = 'WXACODE_UNLIMITED' AND c.status <> 'refused'
        AND c.env_version = ${input.envVersion}::"EnvVersion"
      LIMIT ${MOST_COUNTED}::int
    ) AS same ORDER BY created_at DESC, id DESC LIMIT 1`;
  return found ?? null;
}
