"use client";

import { useTranslations } from "next-intl";
import type { Faults } from "@/components/packs/labels/find-faults";
import { MeasureField } from "@/components/packs/labels/measure-field";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { paperOf, PAPERS } from "@/lib/packs/label-preset-schema";
import type { PaperName } from "@/lib/packs/label-preset-schema";
import { DEFAULT_LABELS } from "@/lib/packs/label-schema";
import type { LabelOptions } from "@/lib/packs/label-schema";

interface SheetNumbersProps {
  value: LabelOptions;
  onChange: (options: LabelOptions) => void;
  faults: Faults;
}

type Sheet = Extract<LabelOptions["sheet"], { kind: "sheet" }>;

const LENGTHS = ["marginLeft", "marginTop", "gapAcross", "gapDown"] as const;
const PAPER_NAMES = Object.keys(PAPERS) as PaperName[];

/** The paper, and where the labels lie on it. */
export function SheetNumbers({ value, onChange, faults }: SheetNumbersProps) {
  const t = useTranslations("labelSheets");
  const { sheet } = value;
  const papers = [
    ...PAPER_NAMES.map((name) => ({ id: name, label: t("papers.named", { name }) })),
    { id: "own", label: t("papers.own") },
    { id: "roll", label: t("papers.roll") },
  ];
  const paper =
    sheet.kind === "roll" ? "roll" : (paperOf(sheet.paperWidth, sheet.paperHeight) ?? "own");

  function choose(id: string) {
    const before = sheet.kind === "sheet" ? sheet : (DEFAULT_LABELS.sheet as Sheet);
    const name = PAPER_NAMES.find((known) => known === id);
    if (id === "roll") onChange({ ...value, sheet: { kind: "roll" }, startAt: 1 });
    else if (name) {
      const [paperWidth, paperHeight] = PAPERS[name];
      onChange({ ...value, sheet: { ...before, paperWidth, paperHeight } });
    } else {
      // Its own size begins as a size that no paper has.
      const isNamed = paperOf(before.paperWidth, before.paperHeight) !== null;
      const paperHeight = isNamed ? before.paperHeight + 1 : before.paperHeight;
      onChange({ ...value, sheet: { ...before, paperHeight } });
    }
  }

  return (
    <div className="grid grid-cols-2 gap-3">
      <div className="col-span-2">
        <ChoiceSelect label={t("paper")} value={paper} onChange={choose} options={papers} />
      </div>
      {sheet.kind === "sheet" ? (
        <SheetFields
          sheet={sheet}
          onChange={(next) => onChange({ ...value, sheet: next })}
          faults={faults}
        />
      ) : null}
    </div>
  );
}

interface SheetFieldsProps {
  sheet: Sheet;
  onChange: (sheet: Sheet) => void;
  faults: Faults;
}

function SheetFields({ sheet, onChange, faults }: SheetFieldsProps) {
  const t = useTranslations("labelSheets");
  const isOwn = paperOf(sheet.paperWidth, sheet.paperHeight) === null;
  const field = (name: keyof Omit<Sheet, "kind">, unit?: string) => (
    <MeasureField
      key={name}
      label={t(`fields.${name}`)}
      unit={unit}
      value={sheet[name]}
      onChange={(number) => onChange({ ...sheet, [name]: number })}
      fault={faults.get(`sheet.${name}`)}
    />
  );
  return (
    <>
      {isOwn ? [field("paperWidth", "mm"), field("paperHeight", "mm")] : null}
      {field("columns")}
      {field("rows")}
      {LENGTHS.map((name) => field(name, "mm"))}
    </>
  );
}
