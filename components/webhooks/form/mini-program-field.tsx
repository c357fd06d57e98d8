"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import type { Control } from "react-hook-form";
import { ChoiceSelect } from "@/components/ui/choice-select";
import type { CreateWebhookInput } from "@/lib/webhooks/schema";

const EVERY = "every";

export interface Named {
  id: string;
  name: string;
}

interface MiniProgramFieldProps {
  control: Control<CreateWebhookInput, unknown, CreateWebhookInput>;
  miniPrograms: readonly Named[];
}

/** Whose events are told: of one mini program, or of all. */
export function MiniProgramField({ control, miniPrograms }: MiniProgramFieldProps) {
  const t = useTranslations("webhooks");
  const { field } = useController({ control, name: "miniProgramId" });
  return (
    <div className="flex flex-col gap-1">
      <ChoiceSelect
        label={t("form.miniProgram")}
        value={field.value ?? EVERY}
        onChange={(id) => field.onChange(id === EVERY ? null : id)}
        options={[
          { id: EVERY, label: t("allMiniPrograms") },
          ...miniPrograms.map(({ id, name }) => ({ id, label: name })),
        ]}
      />
      {field.value === null ? null : (
        <p className="text-xs text-muted">{t("form.miniProgramHelp")}</p>
      )}
    </div>
  );
}
