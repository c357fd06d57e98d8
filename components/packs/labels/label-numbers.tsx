"use client";

import { useTranslations } from "next-intl";
import type { Faults } from "@/components/packs/labels/find-faults";
import { MeasureField } from "@/components/packs/labels/measure-field";
import { OneOf } from "@/components/packs/templates/one-of";
import { ChoiceSelect } from "@/components/ui/choice-select";
import type { LabelOptions } from "@/lib/packs/label-schema";

interface LabelNumbersProps {
  value: LabelOptions;
  onChange: (options: LabelOptions) => void;
  faults: Faults;
}

const LENGTHS = ["labelWidth", "labelHeight", "codeSize", "padding"] as const;
const LAYOUTS = ["beside", "below"] as const;
const MARKS = ["none", "corners", "outline"] as const;
const GROUNDS = ["#FFFFFF", "#FFF8E1", "#E8F8EF", "#E8F1FB", "#F1F1F1", "#17201B"] as const;
const PAPER = "paper";

/** One label: its size, what stands where on it, and where to cut. */
export function LabelNumbers({ value, onChange, faults }: LabelNumbersProps) {
  const t = useTranslations("labelSheets");
  const grounds = [
    { id: PAPER, label: t("grounds.paper") },
    ...GROUNDS.map((color) => ({ id: color, label: t(`grounds.${color.slice(1)}`) })),
  ];
  return (
    <div className="grid grid-cols-2 gap-3">
      {LENGTHS.map((name) => (
        <MeasureField
          key={name}
          label={t(`fields.${name}`)}
          unit="mm"
          value={value[name]}
          onChange={(number) => onChange({ ...value, [name]: number })}
          fault={faults.get(name)}
        />
      ))}
      <div className="col-span-2 flex flex-wrap gap-x-6 gap-y-3">
        <OneOf
          label={t("layout")}
          value={value.layout}
          onChange={(layout) => onChange({ ...value, layout })}
          options={LAYOUTS.map((id) => ({ id, label: t(`layouts.${id}`) }))}
        />
        <OneOf
          label={t("marks")}
          value={value.marks}
          onChange={(marks) => onChange({ ...value, marks })}
          options={MARKS.map((id) => ({ id, label: t(`markKinds.${id}`) }))}
        />
      </div>
      <div className="col-span-2">
        <ChoiceSelect
          label={t("ground")}
          value={value.ground ?? PAPER}
          onChange={(id) => onChange({ ...value, ground: id === PAPER ? null : id })}
          options={grounds}
        />
      </div>
    </div>
  );
}
