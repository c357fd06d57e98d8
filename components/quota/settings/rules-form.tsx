"use client";

import { Description, Switch } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useController, useForm } from "react-hook-form";
import type { Control } from "react-hook-form";
import { ThresholdField } from "@/components/quota/settings/threshold-field";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NumberInput } from "@/components/ui/number-input";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import {
  CALLS_PER_MINUTE_MAX,
  CALLS_PER_MINUTE_MIN,
  ChangeQuotaSettingsInput,
} from "@/lib/quota/schema";
import type { QuotaOverview } from "@/lib/quota/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface RulesFormProps {
  overview: QuotaOverview;
  change: (input: ChangeQuotaSettingsInput) => Promise<ActionResult<void>>;
}

/** Calls of A a day, the pace of calls, what a mere look costs, and from when a second person is asked. */
export function RulesForm({ overview, change }: RulesFormProps) {
  const t = useTranslations("quota.settings");
  const tCommon = useTranslations("common");
  const { run, isPending, problem } = useRefreshingAction(change);
  const { miniProgramId, settings } = overview;
  const { control, handleSubmit, setFocus } = useForm<ChangeQuotaSettingsInput>({
    resolver: zodResolver(ChangeQuotaSettingsInput, undefined, { raw: true }),
    defaultValues: { miniProgramId, ...settings },
  });

  async function submit(input: ChangeQuotaSettingsInput) {
    await run(input, t("rulesSaved"));
  }

  return (
    <SectionCard title={t("rulesTitle")} description={t("rulesText")}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => void handleSubmit(submit)(event)}
        className="flex flex-col gap-4"
      >
        <ProblemBanner problem={problem} />
        <ErrorSummary
          control={control}
          setFocus={setFocus}
          labels={{
            dailyLimit: t("dailyLimit"),
            callsPerMinute: t("pace"),
            approvalThreshold: t("threshold"),
          }}
        />
        <NumberInput
          control={control}
          name="dailyLimit"
          label={t("dailyLimit")}
          help={t("dailyLimitHelp")}
        />
        <NumberInput
          control={control}
          name="callsPerMinute"
          label={t("pace")}
          help={t("paceHelp", { least: CALLS_PER_MINUTE_MIN, most: CALLS_PER_MINUTE_MAX })}
        />
        <LookSwitch control={control} />
        <ThresholdField control={control} />
        <div>
          <SubmitButton isPending={isPending}>{tCommon("save")}</SubmitButton>
        </div>
      </form>
    </SectionCard>
  );
}

interface LookSwitchProps {
  control: Control<ChangeQuotaSettingsInput, unknown, ChangeQuotaSettingsInput>;
}

function LookSwitch({ control }: LookSwitchProps) {
  const t = useTranslations("quota.settings");
  const { field } = useController({ control, name: "lookCounts" });
  return (
    <Switch isSelected={field.value} onChange={field.onChange} onBlur={field.onBlur} size="sm">
      <Switch.Content ref={field.ref}>
        <Switch.Control>
          <Switch.Thumb />
        </Switch.Control>
        {t("lookCounts")}
      </Switch.Content>
      <Description>{t("lookCountsHelp")}</Description>
    </Switch>
  );
}
