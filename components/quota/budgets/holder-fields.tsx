"use client";

import { Description, FieldError, Label, ListBox, Select } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import type { Control } from "react-hook-form";
import type { Named } from "@/components/quota/named";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { useErrorText } from "@/components/ui/use-error-text";
import type { SetBudgetInput } from "@/lib/quota/schema";

interface HolderFieldsProps {
  control: Control<SetBudgetInput, unknown, SetBudgetInput>;
  campaigns: readonly Named[];
  people: readonly Named[];
}

/** A campaign or a person, and which one. */
export function HolderFields({ control, campaigns, people }: HolderFieldsProps) {
  const t = useTranslations("quota.budgets");
  const errorText = useErrorText();
  const kind = useController({ control, name: "holder.kind" }).field;
  const { field: id, fieldState } = useController({ control, name: "holder.id" });
  const error = fieldState.error?.message;
  const holders = kind.value === "campaign" ? campaigns : people;
  return (
    <>
      <ChoiceSelect
        label={t("holderKind")}
        value={kind.value}
        onChange={(chosen) => {
          kind.onChange(chosen);
          id.onChange("");
        }}
        options={(["campaign", "person"] as const).map((name) => ({
          id: name,
          label: t(`holder.${name}`),
        }))}
      />
      <Select
        fullWidth
        placeholder={t("choose")}
        value={id.value || null}
        onChange={(chosen) => id.onChange(chosen === null ? "" : String(chosen))}
        onBlur={id.onBlur}
        isInvalid={fieldState.invalid}
        validationBehavior="aria"
      >
        <Label>{t(`holder.${kind.value}`)}</Label>
        <Select.Trigger ref={id.ref}>
          <Select.Value />
          <Select.Indicator />
        </Select.Trigger>
        {kind.value === "campaign" && campaigns.length === 0 ? (
          <Description>{t("noCampaigns")}</Description>
        ) : null}
        {error ? <FieldError>{errorText(error)}</FieldError> : null}
        <Select.Popover>
          <ListBox>
            {holders.map((holder) => (
              <ListBox.Item key={holder.id} id={holder.id} textValue={holder.name}>
                {holder.name}
                <ListBox.ItemIndicator />
              </ListBox.Item>
            ))}
          </ListBox>
        </Select.Popover>
      </Select>
    </>
  );
}
