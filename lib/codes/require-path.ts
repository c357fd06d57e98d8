import { isQueryOnly } from "@/lib/codes/schema";
import { InvalidInputError } from "@/lib/core/errors";
import type { AppKind } from "@/lib/db/generated/client";

/**
 * Refuses a query without a page for a mini program; a mini game may have one (docs/wechat-api.md,
 * section 2.1). Which of the two an AppID stands for only its row says, so no form's schema can.
 */
export function requirePath(appKind: AppKind, target: string): void {
  if (appKind === "mini_program" && isQueryOnly(target)) {
    throw new InvalidInputError("pathQueryOnly", "path");
  }
}
