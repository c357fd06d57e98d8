import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import type { PersonRow } from "@/lib/people/schema";

const MOST = 500;

/** Everyone with an account, by name; those disabled come last, because the log still names them. */
export async function listPeople(ctx: Context): Promise<PersonRow[]> {
  authorize(ctx, "audit:read");
  const rows = await reader(ctx).user.findMany({
    orderBy: [{ disabledAt: { sort: "asc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, name: true, role: true, disabledAt: true },
  });
  return rows.map(({ disabledAt, ...person }) => ({ ...person, isDisabled: disabledAt !== null }));
}
