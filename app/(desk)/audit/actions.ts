"use server";

import { verifyChain } from "@/lib/audit/verify-chain";
import { defineAction } from "@/lib/web/define-action";

export const verifyChainAction = defineAction(verifyChain);
