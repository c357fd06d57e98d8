"use client";

import { Skeleton } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { RowVerdicts } from "@/components/batches/new/row-verdicts";
import { SampleRows } from "@/components/batches/new/sample-rows";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import type { RowCheckState } from "@/components/batches/new/use-row-check";
import type { RowsInState } from "@/components/batches/new/use-rows-in";
import { ChoiceCards } from "@/components/codes/mint/choice-cards";
import { FigureCard } from "@/components/ui/figure-card";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import type { BatchCheck } from "@/lib/batches/schema";

interface CheckSectionProps {
  check: RowCheckState;
  onAsk: () => void;
  rowsIn: RowsInState;
}

/** Every row looked at before anything is made: new, there already, or bad and why. */
export function CheckSection({ check, onAsk, rowsIn }: CheckSectionProps) {
  const t = useTranslations("batches.check");
  const { checked, isCurrent, isChecking, isWanted, hasFailed, problem } = check;
  return (
    <SectionCard
      title={t("title")}
      description={t("description")}
      actions={
        <SubmitButton variant="outline" isPending={isChecking} onPress={onAsk}>
          {t(isWanted ? "again" : "action")}
        </SubmitButton>
      }
    >
      <div className="flex flex-col gap-4" aria-busy={isChecking}>
        <ProblemBanner problem={problem} />
        {hasFailed ? (
          <p role="alert" className="text-sm text-danger-soft-foreground">
            {t("failed")}
          </p>
        ) : null}
        <p role="status" className="text-sm text-muted empty:hidden">
          {isChecking
            ? t("checking", { count: rowsIn.table?.rows.length ?? 0 })
            : checked && !isCurrent
              ? t("stale")
              : checked
                ? null
                : t("notYet")}
        </p>
        {isChecking && !checked ? <Skeleton className="h-20 rounded-xl" /> : null}
        {checked ? (
          <div
            className={`flex flex-col gap-4 transition-opacity ${isCurrent ? "" : "opacity-60"}`}
          >
            <Counts check={checked.check} />
            {checked.check.badCount > 0 ? <BadChoice badCount={checked.check.badCount} /> : null}
            <RowVerdicts
              key={checked.check.badCount > 0 ? "bad" : "good"}
              check={checked.check}
              table={rowsIn.table ?? checked.table}
              onMend={rowsIn.source.way === "serial" ? null : rowsIn.mend}
            />
            <SampleRows samples={checked.check.samples} />
          </div>
        ) : null}
      </div>
    </SectionCard>
  );
}

function Counts({ check }: { check: BatchCheck }) {
  const t = useTranslations("batches.check");
  const format = useFormatter();
  const { newCount, repeatCount, badCount } = check;
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <FigureCard label={t("new")} figure={format.number(newCount)} note={t("newNote")} />
      <FigureCard label={t("repeat")} figure={format.number(repeatCount)} note={t("repeatNote")} />
      <FigureCard
        label={t("bad")}
        figure={
          <span className={badCount > 0 ? "text-danger-soft-foreground" : undefined}>
            {format.number(badCount)}
          </span>
        }
        note={t("badNote")}
      />
    </div>
  );
}

function BadChoice({ badCount }: { badCount: number }) {
  const t = useTranslations("batches.check");
  const { control } = useBatchForm();
  const { field } = useController({ control, name: "leaveOutBad" });
  return (
    <ChoiceCards
      label={t("badChoice")}
      columns={2}
      value={field.value ? "leaveOut" : "allRight"}
      onChange={(choice) => field.onChange(choice === "leaveOut")}
      choices={[
        { value: "allRight", title: t("allRight"), text: t("allRightText") },
        {
          value: "leaveOut",
          title: t("leaveOut"),
          text: t("leaveOutText", { count: badCount }),
        },
      ]}
    />
  );
}
