import { authorize } from "@/lib/access/authorize";
import type { Permission } from "@/lib/access/roles";
import type { Context } from "@/lib/core/context";
import { noteDenial } from "@/lib/web/note-denial";

/** For pages that not everybody may see: whether this person may. A no is written into the log. */
export async function mayOpen(ctx: Context, permission: Permission): Promise<boolean> {
  try {
    authorize(ctx, permission);
    return true;
  } catch (error) {
    await noteDenial(ctx, error);
    return false;
  }
}
