"use client";

import { FieldError, Input, TextField } from "@heroui/react";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Fault, Faults } from "@/components/packs/labels/find-faults";
import { MeasureField } from "@/components/packs/labels/measure-field";
import { useFaultText } from "@/components/packs/labels/use-fault-text";
import { OneOf } from "@/components/packs/templates/one-of";
import { FieldLabel } from "@/components/ui/field-label";
import { InsertKeys } from "@/components/packs/words/insert-keys";
import { IconButton } from "@/components/ui/icon-button";
import { CAPTION_MAX_LENGTH } from "@/lib/packs/label-schema";
import type { LabelCaption } from "@/lib/packs/label-schema";

interface CaptionFieldsProps {
  place: number;
  value: LabelCaption;
  onChange: (caption: LabelCaption) => void;
  onRemove: () => void;
  faults: Faults;
  /** Names that can stand in the text. */
  keys: readonly string[];
}

const WEIGHTS = ["regular", "bold"] as const;
const ALIGNS = ["left", "center", "right"] as const;

/** One text of a label: what it says, and how it is set. */
export function CaptionFields({
  place,
  value,
  onChange,
  onRemove,
  faults,
  keys,
}: CaptionFieldsProps) {
  const t = useTranslations("labelSheets.captions");
  const number = place + 1;
  const faultOf = (name: keyof LabelCaption) => faults.get(`captions.${place}.${name}`);
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-border p-3">
      <div className="flex items-center justify-between gap-2">
        <span className="text-sm font-medium">{t("number", { number })}</span>
        <IconButton icon={Trash2} label={t("remove", { number })} onPress={onRemove} />
      </div>
      <CaptionText
        value={value.text}
        onChange={(text) => onChange({ ...value, text })}
        fault={faultOf("text")}
      />
      <InsertKeys
        label={t("insert")}
        keys={keys}
        onInsert={(placeholder) => onChange({ ...value, text: value.text + placeholder })}
      />
      <div className="grid gap-3 min-[26rem]:grid-cols-2">
        <MeasureField
          label={t("size")}
          unit="pt"
          value={value.size}
          onChange={(size) => onChange({ ...value, size })}
          fault={faultOf("size")}
        />
        <MeasureField
          label={t("linesMax")}
          value={value.linesMax}
          onChange={(linesMax) => onChange({ ...value, linesMax })}
          fault={faultOf("linesMax")}
        />
        <OneOf
          label={t("weight")}
          value={value.isBold ? "bold" : "regular"}
          onChange={(weight) => onChange({ ...value, isBold: weight === "bold" })}
          options={WEIGHTS.map((id) => ({ id, label: t(`weights.${id}`) }))}
        />
        <OneOf
          label={t("align")}
          value={value.align}
          onChange={(align) => onChange({ ...value, align })}
          options={ALIGNS.map((id) => ({ id, label: t(`aligns.${id}`) }))}
        />
      </div>
    </li>
  );
}

interface CaptionTextProps {
  value: string;
  onChange: (text: string) => void;
  fault?: Fault;
}

function CaptionText({ value, onChange, fault }: CaptionTextProps) {
  const t = useTranslations("labelSheets.captions");
  const faultText = useFaultText();
  return (
    <TextField
      fullWidth
      value={value}
      onChange={onChange}
      isInvalid={fault !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel count={{ used: value.length, most: CAPTION_MAX_LENGTH }}>{t("text")}</FieldLabel>
      <Input autoComplete="off" spellCheck={false} className="font-mono" />
      {fault ? <FieldError>{faultText(fault)}</FieldError> : null}
    </TextField>
  );
}
