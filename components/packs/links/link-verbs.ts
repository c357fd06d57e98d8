import type { MadePackLink, MakePackLinkInput, PackLinkId } from "@/lib/packs/link-schema";
import type { ActionResult } from "@/lib/web/define-action";

/** The actions of the links section. */
export interface LinkVerbs {
  makeLink: (input: MakePackLinkInput) => Promise<ActionResult<MadePackLink>>;
  revokeLink: (input: PackLinkId) => Promise<ActionResult<void>>;
}
