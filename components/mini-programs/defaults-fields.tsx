"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import type { Control, FieldPath } from "react-hook-form";
import { LineColorField } from "@/components/ui/line-color-field";
import { NumberInput } from "@/components/ui/number-input";
import { TextInput } from "@/components/ui/text-input";

export interface DefaultsValues {
  defaultPage: string;
  defaultWidth: number;
  defaultLineColor: string;
}

interface DefaultsFieldsProps<Values extends DefaultsValues> {
  control: Control<Values, unknown, Values>;
}

/** Page, width and colour new codes start from. */
export function DefaultsFields<Values extends DefaultsValues>({
  control,
}: DefaultsFieldsProps<Values>) {
  const t = useTranslations("miniPrograms");
  const { field, fieldState } = useController({
    control,
    name: "defaultLineColor" as FieldPath<Values>,
  });
  return (
    <>
      <TextInput
        control={control}
        name={"defaultPage" as FieldPath<Values>}
        label={t("fields.page")}
        help={t("help.page")}
        placeholder="pages/index/index"
        isCode
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberInput
          control={control}
          name={"defaultWidth" as FieldPath<Values>}
          label={t("fields.width")}
          help={t("help.width")}
          step={1}
        />
        <LineColorField
          label={t("fields.color")}
          help={t("help.color")}
          value={String(field.value)}
          onChange={field.onChange}
          error={fieldState.error?.message}
        />
      </div>
    </>
  );
}
