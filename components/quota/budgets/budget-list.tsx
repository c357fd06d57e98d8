"use client";

import { Megaphone, PieChart, UserRound } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { RemoveBudget } from "@/components/quota/budgets/remove-budget";
import type { RemoveBudgetAction } from "@/components/quota/budgets/remove-budget";
import { SetBudget } from "@/components/quota/budgets/set-budget";
import type { SetBudgetAction } from "@/components/quota/budgets/set-budget";
import { shareLevel } from "@/components/layout/quota-level";
import type { Named } from "@/components/quota/named";
import { EmptyState } from "@/components/ui/empty-state";
import { QuotaMeter } from "@/components/ui/quota-meter";
import { SectionCard } from "@/components/ui/section-card";
import type { BudgetRow } from "@/lib/quota/schema";

/** Null for those who may not change shares. */
export type BudgetActions = { set: SetBudgetAction; remove: RemoveBudgetAction } | null;

interface BudgetListProps {
  miniProgramId: string;
  rows: readonly BudgetRow[];
  campaigns: readonly Named[];
  people: readonly Named[];
  /** Names of those who can raise a share. */
  admins: readonly string[];
  actions: BudgetActions;
}

/** Who may use how many of the limited codes, and how much of that is gone. */
export function BudgetList({ miniProgramId, rows, admins, actions, ...known }: BudgetListProps) {
  const t = useTranslations("quota.budgets");
  const format = useFormatter();
  const raisers = format.list(admins);
  return (
    <SectionCard
      isFlush
      title={t("title")}
      description={admins.length > 0 ? t("text", { admins: raisers }) : t("textPlain")}
      actions={
        actions ? (
          <SetBudget miniProgramId={miniProgramId} set={actions.set} {...known} budget={null} />
        ) : null
      }
    >
      {rows.length === 0 ? (
        <EmptyState icon={PieChart} title={t("none")}>
          {t(actions ? "noneText" : "noneRead")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-separator border-t border-separator">
          {rows.map((budget) => (
            <li key={budget.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
              <Share budget={budget} />
              {actions ? (
                <div className="flex gap-2">
                  <SetBudget
                    miniProgramId={miniProgramId}
                    set={actions.set}
                    {...known}
                    budget={budget}
                  />
                  <RemoveBudget budget={budget} remove={actions.remove} />
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

function Share({ budget }: { budget: BudgetRow }) {
  const t = useTranslations("quota.budgets");
  const format = useFormatter();
  const { holder, share, used, left } = budget;
  const Icon = holder.kind === "campaign" ? Megaphone : UserRound;
  const figures = {
    used: format.number(used),
    share: format.number(share),
    left: format.number(left),
  };
  return (
    <div className="flex min-w-0 flex-1 basis-56 items-start gap-3">
      <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-default text-muted">
        <Icon aria-hidden className="size-4" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="min-w-0 truncate font-medium">
            {holder.name}{" "}
            <span className="text-xs font-normal text-muted">{t(`holder.${holder.kind}`)}</span>
          </span>
          <span className="text-xs text-muted">{t("figures", figures)}</span>
        </p>
        <QuotaMeter
          label={t("meter", { name: holder.name, ...figures })}
          spent={used}
          reserved={0}
          limit={Math.max(share, 1)}
          tone={shareLevel(used, share)}
        />
      </div>
    </div>
  );
}
