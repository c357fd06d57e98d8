"use server";

import { makePackLink } from "@/lib/packs/make-pack-link";
import { revokePackLink } from "@/lib/packs/revoke-pack-link";
import { defineAction } from "@/lib/web/define-action";

export const makePackLinkAction = defineAction(makePackLink);
export const revokePackLinkAction = defineAction(revokePackLink);
