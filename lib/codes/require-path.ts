import { isQueryOnly } from "@/lib/codes/schema";
import { InvalidInputError } from "@/lib/core/errors";
import type { AppKind } from "@/lib/db/generated/client";

/** Whether an app of that kind opens with such a path: only a mini game may have a query alone. */
export function suitsApp(appKind: AppKind, path: string): boolean {
  return appKind === "mini_game" || !isQueryOnly(path);
}

/**
 * Refuses a query without a page for a mini program; a mini game may have one (docs/wechat-api.md,
 * section 2.1). Which of the two an AppID stands for only its row says, so no form's schema can.
 */
export function requirePath(appKind: AppKind, target: string): void {
  if (!suitsApp(appKind, target)) {
    throw new InvalidInputError("pathQueryOnly", "path");
  }
}
