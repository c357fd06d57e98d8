"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useFormatter, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { NumberInput } from "@/components/ui/number-input";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { AdjustSpentInput, REASON_MAX_LENGTH } from "@/lib/quota/schema";
import type { QuotaOverview } from "@/lib/quota/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface AdjustFormProps {
  overview: QuotaOverview;
  adjust: (input: AdjustSpentInput) => Promise<ActionResult<void>>;
}

/** Rarely right, so it is folded away: corrects what counts as spent by what a person knows. */
export function AdjustForm({ overview, adjust }: AdjustFormProps) {
  const t = useTranslations("quota.settings");
  const tReason = useTranslations("quota.reason");
  const format = useFormatter();
  const { run, isPending, problem } = useRefreshingAction(adjust);
  const { miniProgramId, lifetime } = overview;
  const empty = { miniProgramId, amount: Number.NaN, reason: "" };
  const { control, handleSubmit, reset } = useForm<AdjustSpentInput>({
    resolver: zodResolver(AdjustSpentInput, undefined, { raw: true }),
    defaultValues: empty,
  });

  async function submit(input: AdjustSpentInput) {
    if (await run(input, t("adjusted"))) reset(empty);
  }

  return (
    <SectionCard title={t("adjustTitle")} description={t("adjustText")}>
      <details>
        <summary className="w-fit cursor-pointer py-1 text-muted hover:text-foreground">
          {t("adjustOpen")}
        </summary>
        <form
          method="post"
          noValidate
          onSubmit={(event) => void handleSubmit(submit)(event)}
          className="mt-3 flex flex-col gap-4"
        >
          <ProblemBanner problem={problem} />
          <NumberInput
            control={control}
            name="amount"
            label={t("amount")}
            help={t("amountHelp", {
              spent: format.number(lifetime.spent),
              left: format.number(lifetime.left),
            })}
          />
          <TextInput
            control={control}
            name="reason"
            label={tReason("label")}
            help={tReason("help")}
            placeholder={t("adjustExample")}
            countTo={REASON_MAX_LENGTH}
          />
          <div>
            <SubmitButton variant="secondary" isPending={isPending}>
              {t("adjustSubmit")}
            </SubmitButton>
          </div>
        </form>
      </details>
    </SectionCard>
  );
}
