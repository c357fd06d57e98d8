"use client";

import { useTranslations } from "next-intl";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { LABEL_PRESETS, presetOf, withPreset } from "@/lib/packs/label-preset-schema";
import type { LabelPreset, LabelPresetName } from "@/lib/packs/label-preset-schema";
import type { LabelOptions } from "@/lib/packs/label-schema";
import { gridOf } from "@/lib/packs/label-sheet-schema";

interface PresetFieldProps {
  value: LabelOptions;
  onChange: (options: LabelOptions) => void;
}

const NAMES = Object.keys(LABEL_PRESETS) as LabelPresetName[];
const OWN = "own";

/** Labels as they are sold, by their numbers; other lengths are somebody's own. */
export function PresetField({ value, onChange }: PresetFieldProps) {
  const t = useTranslations("labelSheets");
  const chosen = presetOf(value);
  const options = NAMES.map((name) => {
    const preset: LabelPreset = LABEL_PRESETS[name];
    const { columns, rows } = gridOf({ ...value, ...preset });
    const kind = name.startsWith("cut") ? "cut" : preset.sheet.kind;
    const { labelWidth: width, labelHeight: height } = preset;
    return { id: name as string, label: t(`presets.${kind}`, { columns, rows, width, height }) };
  });
  return (
    <ChoiceSelect
      label={t("preset")}
      value={chosen ?? OWN}
      onChange={(id) => {
        const name = NAMES.find((known) => known === id);
        if (name) onChange(withPreset(value, name));
      }}
      options={chosen ? options : [...options, { id: OWN, label: t("presets.own") }]}
    />
  );
}
