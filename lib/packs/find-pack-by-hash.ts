import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import { FindPackByHashInput } from "@/lib/packs/verify-schema";
import type { FoundPack } from "@/lib/packs/verify-schema";

/** The pack that was recorded with this hash, also when its file has been removed since; null: none here. */
export async function findPackByHash(
  ctx: Context,
  input: FindPackByHashInput,
): Promise<FoundPack | null> {
  authorize(ctx, "packs:read");
  const { sha256 } = FindPackByHashInput.parse(input);
  return reader(ctx).pack.findFirst({
    where: { sha256 },
    // Two sheets of the same labels are the same file.
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, name: true, form: true, status: true, createdBy: true, createdAt: true },
  });
}
