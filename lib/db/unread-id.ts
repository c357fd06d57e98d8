import { Prisma } from "@/lib/db/generated/client";

/**
 * An id the planner cannot read. Of a mini program whose rows came after the statistics it knows nothing, and then
 * any index that begins with it looks as good as the right one: 100,000 looks of 100,000 rows each.
 */
export function unreadId(id: string): Prisma.Sql {
  return Prisma.sql`(SELECT ${id}::uuid)`;
}
