"use client";

import { AlignCenter, AlignLeft, AlignRight, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { ColorInput } from "@/components/packs/templates/color-input";
import { useLookForm } from "@/components/packs/templates/look-form";
import type { TextAt } from "@/components/packs/templates/look-form";
import { MeasureInput } from "@/components/packs/templates/measure-input";
import { OneOf } from "@/components/packs/templates/one-of";
import { PlaceFields } from "@/components/packs/templates/place-fields";
import { InsertKeys } from "@/components/packs/words/insert-keys";
import { IconButton } from "@/components/ui/icon-button";
import { TextInput } from "@/components/ui/text-input";
import { TEXT_MAX_LENGTH, TextAlign, TextWeight } from "@/lib/packs/template-schema";

const ALIGN_ICONS = { left: AlignLeft, center: AlignCenter, right: AlignRight };

interface TextFieldsProps {
  at: TextAt;
  title: string;
  /** Names that can stand in the text. */
  keys: readonly string[];
  onRemove: () => void;
}

/** One text of a look: what it says, with names of the code in it, and how it is set. */
export function TextFields({ at, title, keys, onRemove }: TextFieldsProps) {
  const t = useTranslations("packTemplates.text");
  const { control } = useLookForm();
  const { field: text } = useController({ control, name: `${at}.text` });
  const { field: weight } = useController({ control, name: `${at}.weight` });
  const { field: align } = useController({ control, name: `${at}.align` });
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-border p-3">
      <div className="flex items-center justify-between gap-2">
        <span className="text-sm font-medium">{title}</span>
        <IconButton icon={Trash2} label={t("remove", { title })} onPress={onRemove} />
      </div>
      <TextInput
        control={control}
        name={`${at}.text`}
        label={t("text")}
        countTo={TEXT_MAX_LENGTH}
        isCode
      />
      <InsertKeys
        label={t("insert")}
        keys={keys}
        onInsert={(placeholder) => text.onChange(text.value + placeholder)}
      />
      <div className="grid grid-cols-2 gap-3">
        <MeasureInput
          name={`${at}.size`}
          label={t("size")}
          least={0.5}
          most={30}
          unit="%"
          step={0.1}
        />
        <MeasureInput name={`${at}.lines`} label={t("lines")} least={1} most={8} step={1} />
        <OneOf
          label={t("weight")}
          value={weight.value}
          onChange={weight.onChange}
          options={TextWeight.options.map((id) => ({ id, label: t(`weights.${id}`) }))}
        />
        <OneOf
          label={t("align")}
          value={align.value}
          onChange={align.onChange}
          options={TextAlign.options.map((id) => ({
            id,
            label: t(`aligns.${id}`),
            icon: ALIGN_ICONS[id],
          }))}
        />
      </div>
      {at.startsWith("poster.") ? <PlaceFields at={at as `poster.texts.${number}`} /> : null}
      <ColorInput name={`${at}.color`} label={t("color")} />
    </li>
  );
}
