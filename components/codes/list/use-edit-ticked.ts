"use client";

import { toast } from "@heroui/react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/ui/use-action";
import type { EditCodesInput, EditCodesResult } from "@/lib/codes/schema";
import type { ActionResult } from "@/lib/web/define-action";
import type { PublicError } from "@/lib/web/public-error";

export type EditCodes = (input: EditCodesInput) => Promise<ActionResult<EditCodesResult>>;

export interface EditTicked {
  /** True once it is done and the list is being read again. */
  run: (change: Omit<EditCodesInput, "codeIds">) => Promise<boolean>;
  isPending: boolean;
  problem: PublicError | null;
  clearProblem: () => void;
}

/** Changes all ticked codes in one act; their ticks stay, so that the next act can follow. */
export function useEditTicked(editCodes: EditCodes, codeIds: readonly string[]): EditTicked {
  const t = useTranslations("codes.selection");
  const router = useRouter();
  const { run, ...state } = useAction(editCodes);
  return {
    ...state,
    async run(change) {
      const answer = await run({ codeIds: [...codeIds], ...change });
      if (!answer) return false;
      const { changedCount } = answer.data;
      if (changedCount > 0) toast.success(t("changed", { count: changedCount }));
      else toast(t("unchanged"));
      router.refresh();
      return true;
    },
  };
}
