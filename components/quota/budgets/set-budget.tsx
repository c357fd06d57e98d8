"use client";

import { Button } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { Plus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { HolderFields } from "@/components/quota/budgets/holder-fields";
import { DialogButtons } from "@/components/quota/dialog-buttons";
import type { Named } from "@/components/quota/named";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { FactList } from "@/components/ui/fact-list";
import { FormDialog } from "@/components/ui/form-dialog";
import { NumberInput } from "@/components/ui/number-input";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SetBudgetInput } from "@/lib/quota/schema";
import type { BudgetRow } from "@/lib/quota/schema";
import type { ActionResult } from "@/lib/web/define-action";

export type SetBudgetAction = (input: SetBudgetInput) => Promise<ActionResult<{ id: string }>>;

interface SetBudgetProps {
  miniProgramId: string;
  /** Null: a new one. */
  budget: BudgetRow | null;
  campaigns: readonly Named[];
  people: readonly Named[];
  set: SetBudgetAction;
}

/** Gives a share, or changes one. */
export function SetBudget(props: SetBudgetProps) {
  const t = useTranslations("quota.budgets");
  const [isOpen, setOpen] = useState(false);
  const name = props.budget?.holder.name ?? "";
  return (
    <>
      {props.budget ? (
        <Button
          size="sm"
          variant="outline"
          aria-label={t("changeLabel", { name })}
          onPress={() => setOpen(true)}
        >
          {t("change")}
        </Button>
      ) : (
        <Button variant="outline" onPress={() => setOpen(true)}>
          <Plus />
          {t("add")}
        </Button>
      )}
      <FormDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={props.budget ? t("changeTitle", { name }) : t("addTitle")}
      >
        <SetBudgetForm {...props} onClose={() => setOpen(false)} />
      </FormDialog>
    </>
  );
}

function SetBudgetForm({
  miniProgramId,
  budget,
  set,
  onClose,
  ...known
}: SetBudgetProps & { onClose: () => void }) {
  const t = useTranslations("quota.budgets");
  const format = useFormatter();
  const { run, isPending, problem } = useRefreshingAction(set);
  const { control, handleSubmit } = useForm<SetBudgetInput>({
    resolver: zodResolver(SetBudgetInput, undefined, { raw: true }),
    defaultValues: {
      miniProgramId,
      holder: budget
        ? { kind: budget.holder.kind, id: budget.holder.id }
        : { kind: "campaign", id: "" },
      // Nothing written yet.
      share: budget?.share ?? Number.NaN,
    },
  });

  async function submit(input: SetBudgetInput) {
    if (await run(input, t("saved"))) onClose();
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void handleSubmit(submit)(event)}
      className="flex flex-col gap-4 pt-2"
    >
      <ProblemBanner problem={problem} />
      {budget ? (
        <FactList
          facts={[
            { term: t("usedSoFar"), value: format.number(budget.used) },
            { term: t("presentShare"), value: format.number(budget.share) },
          ]}
        />
      ) : (
        <HolderFields control={control} {...known} />
      )}
      <NumberInput
        control={control}
        name="share"
        label={t("share")}
        help={t(budget ? "shareHelpChange" : "shareHelp")}
      />
      <DialogButtons onCancel={onClose} isPending={isPending} label={t("save")} />
    </form>
  );
}
