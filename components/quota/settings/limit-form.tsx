"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useFormatter, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NumberInput } from "@/components/ui/number-input";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { ChangeLimitInput, REASON_MAX_LENGTH } from "@/lib/quota/schema";
import type { QuotaOverview } from "@/lib/quota/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface LimitFormProps {
  overview: QuotaOverview;
  change: (input: ChangeLimitInput) => Promise<ActionResult<void>>;
}

/** The lifetime limit, as WeChat states it or as somebody knows better; with a reason that stays. */
export function LimitForm({ overview, change }: LimitFormProps) {
  const t = useTranslations("quota.settings");
  const tReason = useTranslations("quota.reason");
  const format = useFormatter();
  const { run, isPending, problem } = useRefreshingAction(change);
  const { miniProgramId, lifetime } = overview;
  const { control, handleSubmit, reset, setFocus } = useForm<ChangeLimitInput>({
    resolver: zodResolver(ChangeLimitInput, undefined, { raw: true }),
    defaultValues: { miniProgramId, limit: lifetime.limit, reason: "" },
  });

  async function submit(input: ChangeLimitInput) {
    if (await run(input, t("limitSaved"))) reset({ ...input, reason: "" });
  }

  return (
    <SectionCard title={t("limitTitle")} description={t("limitText")}>
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
          labels={{ limit: t("limit"), reason: tReason("label") }}
        />
        <NumberInput
          control={control}
          name="limit"
          label={t("limit")}
          help={t("limitHelp", { used: format.number(lifetime.spent + lifetime.reserved) })}
        />
        <TextInput
          control={control}
          name="reason"
          label={tReason("label")}
          help={tReason("help")}
          placeholder={t("limitExample")}
          countTo={REASON_MAX_LENGTH}
        />
        <div>
          <SubmitButton isPending={isPending}>{t("limitSubmit")}</SubmitButton>
        </div>
      </form>
    </SectionCard>
  );
}
