"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { PayloadField } from "@/components/scenes/fields/payload-field";
import { useErrorText } from "@/components/ui/use-error-text";
import type { CampaignField, PayloadProblem } from "@/lib/campaigns/fields-schema";

interface PayloadFieldsProps {
  fields: readonly CampaignField[];
  value: Readonly<Record<string, unknown>>;
  onChange: (value: Record<string, unknown>) => void;
  problems: readonly PayloadProblem[];
}

/** A payload as a form of its campaign's fields; what the campaign does not know can be taken out. */
export function PayloadFields({ fields, value, onChange, problems }: PayloadFieldsProps) {
  const t = useTranslations("scenes.fields");
  const errorText = useErrorText();
  const strays = Object.keys(value).filter((key) => fields.every((field) => field.key !== key));

  function change(key: string, next: unknown) {
    const { [key]: _before, ...others } = value;
    onChange(next === undefined ? others : { ...value, [key]: next });
  }

  return (
    <div className="flex flex-col gap-4">
      {fields.map((field) => {
        const problem = problems.find(({ key }) => key === field.key);
        return (
          <PayloadField
            key={field.key}
            field={field}
            value={value[field.key]}
            onChange={(next) => change(field.key, next)}
            problem={problem ? errorText(problem.reason, problem.values) : null}
          />
        );
      })}
      {strays.map((key) => (
        <div
          key={key}
          role="status"
          className="flex flex-wrap items-center justify-between gap-2 rounded-lg bg-warning-soft px-3 py-2 text-sm text-warning-soft-foreground"
        >
          <span className="min-w-0 break-words">
            {t("stray", { key, value: JSON.stringify(value[key]) })}
          </span>
          <Button size="sm" variant="secondary" onPress={() => change(key, undefined)}>
            {t("takeOut", { key })}
          </Button>
        </div>
      ))}
    </div>
  );
}
