"use client";

import { Button, toast } from "@heroui/react";
import { Plus, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FaultForm } from "@/components/sandbox/fault-form";
import { FaultItem } from "@/components/sandbox/fault-item";
import type { SandboxActions, SandboxWords } from "@/components/sandbox/sandbox-props";
import { useFreshView } from "@/components/sandbox/use-sandbox";
import { EmptyState } from "@/components/ui/empty-state";
import { FormDialog } from "@/components/ui/form-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { useAction } from "@/components/ui/use-action";
import { FAULTS_MAX } from "@/lib/sandbox-control/schema";
import type { AccountRow, FaultRow } from "@/lib/sandbox-control/row-schema";

interface FaultsCardProps {
  faults: readonly FaultRow[];
  accounts: readonly AccountRow[];
  words: SandboxWords;
  actions: Pick<SandboxActions, "addFault" | "removeFault" | "clearFaults">;
}

/** What WeChat is made to do wrong, rule by rule in the order in which they are tried. */
export function FaultsCard({ faults, accounts, words, actions }: FaultsCardProps) {
  const t = useTranslations("sandbox.faults");
  const fresh = useFreshView();
  const [isOpen, setOpen] = useState(false);
  const remove = useAction(actions.removeFault);
  const clear = useAction(actions.clearFaults);

  async function removeOne(id: number) {
    clear.clearProblem();
    if (!(await remove.run({ id }))) return;
    toast.success(t("removed"));
    await fresh();
  }

  async function clearAll() {
    remove.clearProblem();
    if (!(await clear.run(undefined))) return;
    toast.success(t("cleared"));
    await fresh();
  }

  return (
    <SectionCard
      isFlush
      title={t("title")}
      description={t("text", { most: FAULTS_MAX })}
      actions={
        <>
          {faults.length > 0 ? (
            <Button size="sm" variant="ghost" onPress={() => void clearAll()}>
              {t("clear")}
            </Button>
          ) : null}
          <Button size="sm" onPress={() => setOpen(true)}>
            <Plus />
            {t("add")}
          </Button>
        </>
      }
    >
      <div className="px-5 not-has-[[role=alert]:empty]:pb-3">
        <ProblemBanner problem={remove.problem ?? clear.problem} />
      </div>
      {faults.length > 0 ? (
        <ol aria-label={t("title")} className="divide-y divide-separator border-t border-separator">
          {faults.map((rule) => (
            <FaultItem
              key={rule.id}
              rule={rule}
              words={words}
              onRemove={() => void removeOne(rule.id)}
            />
          ))}
        </ol>
      ) : (
        <EmptyState icon={ShieldCheck} title={t("none")}>
          {t("noneText")}
        </EmptyState>
      )}
      <FormDialog isOpen={isOpen} onOpenChange={setOpen} title={t("add")}>
        <FaultForm
          accounts={accounts}
          words={words}
          add={actions.addFault}
          onCancel={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            toast.success(t("added"));
            void fresh();
          }}
        />
      </FormDialog>
    </SectionCard>
  );
}
