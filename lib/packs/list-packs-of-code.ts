import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import type { PackForm, PackStatus } from "@/lib/packs/schema";

const NEWEST = 20;

/** A pack a code is in. */
export interface PackOfCode {
  id: string;
  name: string;
  form: PackForm;
  status: PackStatus;
  createdBy: string;
  createdAt: Date;
}

/** The newest packs a code is in; none for a code nobody knows. */
export async function listPacksOfCode(
  ctx: Context,
  { codeId }: { codeId: string },
): Promise<PackOfCode[]> {
  authorize(ctx, "packs:read");
  return reader(ctx).pack.findMany({
    where: { codes: { some: { codeId } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: NEWEST,
    select: { id: true, name: true, form: true, status: true, createdBy: true, createdAt: true },
  });
}
