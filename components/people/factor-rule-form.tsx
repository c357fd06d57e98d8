"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { OptionCards } from "@/components/mini-programs/option-cards";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { SECOND_FACTOR_RULES, SecondFactorRuleInput } from "@/lib/people/member-schema";
import type { SecondFactorRuleName, SecondFactorRuleNow } from "@/lib/people/member-schema";
import type { ActionResult } from "@/lib/web/define-action";

interface FactorRuleFormProps {
  now: SecondFactorRuleNow;
  /** Whoever sets the rule may be the first it concerns. */
  lackIt: boolean;
  setRule: (input: SecondFactorRuleInput) => Promise<ActionResult<void>>;
}

/** Who must have a second factor, and what happens to those without. */
export function FactorRuleForm({ now, lackIt, setRule }: FactorRuleFormProps) {
  const t = useTranslations("people.factorRule");
  const { run, isPending, problem } = useRefreshingAction(setRule);
  const { control, handleSubmit } = useForm<SecondFactorRuleInput>({
    resolver: zodResolver(SecondFactorRuleInput),
    defaultValues: { rule: now.rule },
  });
  const rule = useWatch({ control, name: "rule" });

  return (
    <SectionCard title={t("title")} description={t("text")}>
      <form
        method="post"
        noValidate
        onSubmit={handleSubmit(async (input) => {
          await run(input, t("saved"));
        })}
        className="flex flex-col gap-4"
      >
        <ProblemBanner problem={problem} />
        <OptionCards
          isLabelHidden
          control={control}
          name="rule"
          label={t("title")}
          options={SECOND_FACTOR_RULES.map((name) => ({
            value: name,
            title: t(`rules.${name}.title`),
            text: t(`rules.${name}.text`),
          }))}
        />
        <Consequence rule={rule} now={now} lackIt={lackIt} />
        <div>
          <SubmitButton isPending={isPending}>{t("submit")}</SubmitButton>
        </div>
      </form>
    </SectionCard>
  );
}

interface ConsequenceProps extends Pick<FactorRuleFormProps, "now" | "lackIt"> {
  rule: SecondFactorRuleName;
}

function Consequence({ rule, now, lackIt }: ConsequenceProps) {
  const t = useTranslations("people.factorRule");
  if (rule === "off") return null;
  const count = now.lacking[rule];
  return (
    <p className="text-sm text-muted">
      {count === 0 ? t("nobodyLacks") : t("lacking", { count })}
      {lackIt && rule !== now.rule ? ` ${t("youLack")}` : null}
    </p>
  );
}
