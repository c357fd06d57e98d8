"use client";

import { useTranslations } from "next-intl";
import type { Control, FieldPath } from "react-hook-form";
import { OptionCards } from "@/components/mini-programs/option-cards";
import type { AppKind } from "@/lib/mini-programs/schema";

interface KindValues {
  appKind?: AppKind;
}

interface AppKindFieldProps<Values extends KindValues> {
  control: Control<Values, unknown, Values>;
}

/** Mini program or mini game. */
export function AppKindField<Values extends KindValues>({ control }: AppKindFieldProps<Values>) {
  const t = useTranslations("miniPrograms");
  return (
    <OptionCards
      control={control}
      name={"appKind" as FieldPath<Values>}
      label={t("fields.kind")}
      columns={2}
      options={(["mini_program", "mini_game"] as const).map((value) => ({
        value,
        title: t(`kinds.${value}`),
        text: t(`kinds.${value}Text`),
      }))}
    />
  );
}
