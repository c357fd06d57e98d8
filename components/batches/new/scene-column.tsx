"use client";

import { Description, FieldError, ListBox, Select } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";

/** The column whose cells are the scenes. */
export function SceneColumn({ columns }: { columns: readonly string[] }) {
  const t = useTranslations("batches.carry");
  const errorText = useErrorText();
  const { control } = useBatchForm();
  const { field, fieldState } = useController({ control, name: "carries.column" });
  return (
    <Select
      fullWidth
      className="max-w-md"
      placeholder={t("choose")}
      value={columns.includes(field.value) ? field.value : null}
      onChange={(key) => field.onChange(String(key ?? ""))}
      onBlur={field.onBlur}
      isInvalid={fieldState.invalid}
      validationBehavior="aria"
    >
      <FieldLabel>{t("sceneColumn")}</FieldLabel>
      <Select.Trigger ref={field.ref}>
        <Select.Value />
        <Select.Indicator />
      </Select.Trigger>
      <Description>{t("sceneHelp")}</Description>
      {fieldState.error?.message ? (
        <FieldError>{errorText(fieldState.error.message)}</FieldError>
      ) : null}
      <Select.Popover>
        <ListBox>
          {columns.map((name) => (
            <ListBox.Item key={name} id={name} textValue={name}>
              {name}
              <ListBox.ItemIndicator />
            </ListBox.Item>
          ))}
        </ListBox>
      </Select.Popover>
    </Select>
  );
}
