"use client";

import { ProgressBar, Skeleton } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { RowVerdicts } from "@/components/batches/new/check/row-verdicts";
import { SampleRows } from "@/components/batches/new/check/sample-rows";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { useMendCell } from "@/components/batches/new/check/use-mend-cell";
import type { RowCheckState } from "@/components/batches/new/check/use-row-check";
import type { RowsInState } from "@/components/batches/new/rows/use-rows-in";
import { ChoiceCards } from "@/components/codes/mint/choice-cards";
import { FigureCard } from "@/components/ui/figure-card";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import type { BatchCheck } from "@/lib/batches/draft-schema";

interface CheckSectionProps {
  check: RowCheckState;
  onAsk: () => void;
  rowsIn: RowsInState;
}

/** Every row looked at before anything is made: new, there already, or bad and why. */
export function CheckSection({ check, onAsk, rowsIn }: CheckSectionProps) {
  const t = useTranslations("batches.check");
  const { checked, isCurrent, isChecking, isWanted, hasFailed, problem } = check;
  const mending = useMendCell({
    draftId: checked?.check.draftId ?? "",
    onMended: (mended) => {
      check.renew(mended);
      void rowsIn.renew();
    },
    onStale: () => {
      check.ask();
      void rowsIn.renew();
    },
  });
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
            ? t("checking", { count: rowsIn.sheet?.rowCount ?? 0 })
            : checked && !isCurrent
              ? t("stale")
              : checked
                ? null
                : t("notYet")}
        </p>
        {isChecking ? (
          <ProgressBar isIndeterminate aria-label={t("title")} size="sm">
            <ProgressBar.Track>
              <ProgressBar.Fill />
            </ProgressBar.Track>
          </ProgressBar>
        ) : null}
        {isChecking && !checked ? <Skeleton className="h-20 rounded-xl" /> : null}
        {checked ? (
          <div
            className={`flex flex-col gap-4 transition-opacity ${isCurrent ? "" : "opacity-60"}`}
          >
            <Counts check={checked.check} />
            {checked.check.badCount > 0 ? <BadChoice badCount={checked.check.badCount} /> : null}
            <ProblemBanner problem={mending.problem} />
            <RowVerdicts
              check={checked.check}
              columns={checked.columns}
              values={checked.values}
              isCurrent={isCurrent}
              isMending={mending.isPending}
              onMend={
                rowsIn.source.way === "serial" || !isCurrent
                  ? null
                  : (place, text) => mending.mend({ ...place, text })
              }
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
