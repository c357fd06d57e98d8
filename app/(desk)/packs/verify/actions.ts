"use server";

import { findPackByHash } from "@/lib/packs/find-pack-by-hash";
import { defineAction } from "@/lib/web/define-action";

export const findPackByHashAction = defineAction(findPackByHash);
