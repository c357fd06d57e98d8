"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import type { BudgetRow, RemoveBudgetInput } from "@/lib/quota/schema";
import type { ActionResult } from "@/lib/web/define-action";

export type RemoveBudgetAction = (input: RemoveBudgetInput) => Promise<ActionResult<void>>;

interface RemoveBudgetProps {
  budget: BudgetRow;
  remove: RemoveBudgetAction;
}

/** Takes a share away; what was used stays in the ledger. */
export function RemoveBudget({ budget, remove }: RemoveBudgetProps) {
  const t = useTranslations("quota.budgets");
  const [isOpen, setOpen] = useState(false);
  const { run, isPending, problem } = useRefreshingAction(remove);
  const { name } = budget.holder;

  async function confirm() {
    if (await run({ budgetId: budget.id }, t("removed"))) setOpen(false);
  }

  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        aria-label={t("removeLabel", { name })}
        onPress={() => setOpen(true)}
      >
        {t("remove")}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={t("removeTitle", { name })}
        confirmLabel={t("remove")}
        isPending={isPending}
        onConfirm={() => void confirm()}
      >
        <div className="flex flex-col gap-2">
          <ProblemBanner problem={problem} />
          <p>{t("removeText")}</p>
        </div>
      </ConfirmDialog>
    </>
  );
}
