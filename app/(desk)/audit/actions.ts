"use server";

import { verifyChainTogether } from "@/lib/audit/verify-chain-together";
import { defineAction } from "@/lib/web/define-action";

export const verifyChainAction = defineAction(verifyChainTogether);
