"use client";

import { Description, Switch } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController, useWatch } from "react-hook-form";
import { BatchPriceLine } from "@/components/batches/new/batch-price-line";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import type { RowCheckState } from "@/components/batches/new/check/use-row-check";
import type { StartBatchState } from "@/components/batches/new/use-start-batch";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { PILOT_ROWS } from "@/lib/batches/schema";

interface StartSectionProps {
  check: RowCheckState;
  starting: StartBatchState;
  onAsk: () => void;
  onStart: () => void;
}

type Missing = "check" | "bad" | "nothing" | "unaffordable";

/** What still stands between the form and a batch, as far as is known here. */
function missingOf({ checked, isCurrent }: RowCheckState, leaveOutBad: boolean): Missing | null {
  if (!checked || !isCurrent) return "check";
  const { badCount, newCount, price } = checked.check;
  if (badCount > 0 && !leaveOutBad) return "bad";
  if (newCount === 0) return "nothing";
  return price.isAffordable ? null : "unaffordable";
}

/** Price, pilot and the button that makes the batch. It explains what is missing rather than being dead. */
export function StartSection({ check, starting, onAsk, onStart }: StartSectionProps) {
  const t = useTranslations("batches.start");
  const { control } = useBatchForm();
  const { field } = useController({ control, name: "pilot" });
  const leaveOutBad = useWatch({ control, name: "leaveOutBad" });
  const kind = useWatch({ control, name: "kind" });
  const [isPressed, setPressed] = useState(false);
  const { checked, isCurrent } = check;
  const missing = missingOf(check, leaveOutBad);
  const newCount = checked?.check.newCount ?? 0;

  function press() {
    setPressed(true);
    if (missing === "check") onAsk();
    else if (missing === null) onStart();
  }

  return (
    <SectionCard title={t("title")}>
      <div className="flex flex-col gap-4">
        <Switch size="sm" isSelected={field.value} onChange={field.onChange}>
          <Switch.Content ref={field.ref}>
            <Switch.Control>
              <Switch.Thumb />
            </Switch.Control>
            {t("pilot", { count: PILOT_ROWS })}
          </Switch.Content>
          <Description>{t("pilotHelp")}</Description>
        </Switch>
        {checked ? (
          <BatchPriceLine kind={kind} price={checked.check.price} isCurrent={isCurrent} />
        ) : null}
        <ProblemBanner problem={starting.problem} />
        {isPressed && missing ? (
          <p role="alert" className="text-sm text-danger-soft-foreground">
            {t(`missing.${missing}`, { count: checked?.check.badCount ?? 0 })}
          </p>
        ) : null}
        <div>
          <SubmitButton isPending={starting.isPending} onPress={press}>
            {starting.isPending
              ? t("starting")
              : missing === null
                ? t("startCount", { count: newCount })
                : t("start")}
          </SubmitButton>
        </div>
      </div>
    </SectionCard>
  );
}
