"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import type { FieldPath } from "react-hook-form";
import { useLookForm } from "@/components/packs/templates/look-form";
import type { LookForm } from "@/components/packs/templates/look-form";
import { ColorChoice } from "@/components/ui/color-choice";

const PRESETS = ["#FFFFFF", "#F2F7F4", "#17201B", "#5C6660", "#07C160", "#1A5FB4", "#C8322B"];

interface ColorInputProps {
  name: FieldPath<LookForm>;
  label: string;
}

/** A colour of a look: exact by its digits, or one of seven. */
export function ColorInput({ name, label }: ColorInputProps) {
  const t = useTranslations("packTemplates");
  const { control } = useLookForm();
  const { field, fieldState } = useController({ control, name });
  return (
    <div ref={field.ref} tabIndex={-1} className="outline-none">
      <ColorChoice
        label={label}
        presets={PRESETS}
        presetsLabel={t("colorPresets", { label })}
        presetSize="xs"
        value={String(field.value)}
        onChange={field.onChange}
        error={fieldState.error?.message}
      />
    </div>
  );
}
