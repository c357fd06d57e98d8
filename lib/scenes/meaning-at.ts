import { Prisma } from "@/lib/db/generated/client";
import type { Transaction } from "@/lib/db/client";
import { inForceJoin } from "@/lib/scenes/in-force-sql";

/** Where a scene leads. */
export interface Meaning {
  version: number;
  page: string;
  payload: unknown;
}

/** What a scene means, or will mean, at a moment; for a retired one, what it would mean. */
export async function meaningAt(db: Transaction, sceneId: string, moment: Date): Promise<Meaning> {
  const [meaning] = await db.$queryRaw<Meaning[]>`
    SELECT in_force.version, in_force.page, in_force.payload
    FROM scenes s CROSS JOIN (SELECT ${moment}::timestamptz AS at) AS asked
    ${Prisma.raw(inForceJoin("asked.at"))}
    WHERE s.id = ${sceneId}::uuid`;
  if (!meaning) throw new Error(`Scene ${sceneId} is missing.`);
  return meaning;
}
