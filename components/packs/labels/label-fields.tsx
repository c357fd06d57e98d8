"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { AdjustLengths } from "@/components/packs/labels/adjust-lengths";
import { CaptionsSection } from "@/components/packs/labels/captions-section";
import { findFaults } from "@/components/packs/labels/find-faults";
import { isDrawable } from "@/components/packs/labels/is-drawable";
import { LabelPreview } from "@/components/packs/labels/label-preview";
import { MeasureField } from "@/components/packs/labels/measure-field";
import { PresetField } from "@/components/packs/labels/preset-field";
import { SheetNeeds } from "@/components/packs/labels/sheet-needs";
import { SheetPreview } from "@/components/packs/labels/sheet-preview";
import { CODE_SIZE_MIN, CODE_SIZE_SURE } from "@/lib/packs/label-schema";
import type { LabelOptions } from "@/lib/packs/label-schema";

interface LabelFieldsProps {
  value: LabelOptions;
  onChange: (options: LabelOptions) => void;
  /** Codes that will be on the labels. */
  codeCount: number;
  sampleCodeId?: string | null;
}

/** Label sheets: which labels, what stands on them, where the first one goes; the sheet is drawn as it will be. */
export function LabelFields({ value, onChange, codeCount, sampleCodeId = null }: LabelFieldsProps) {
  const t = useTranslations("labelSheets");
  const faults = useMemo(() => findFaults(value), [value]);
  const isSmall = value.codeSize >= CODE_SIZE_MIN && value.codeSize < CODE_SIZE_SURE;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-5">
        <PresetField value={value} onChange={onChange} />
        <div className="grid grid-cols-2 gap-3">
          <MeasureField
            label={t("copies")}
            value={value.copies}
            onChange={(copies) => onChange({ ...value, copies })}
            fault={faults.get("copies")}
          />
          {value.sheet.kind === "sheet" ? (
            <MeasureField
              label={t("startAt")}
              value={value.startAt}
              onChange={(startAt) => onChange({ ...value, startAt })}
              fault={faults.get("startAt")}
            />
          ) : null}
        </div>
        {isSmall ? (
          <p role="status" className="text-sm text-warning-soft-foreground">
            {t("codeSmall", { sure: CODE_SIZE_SURE })}
          </p>
        ) : null}
        <AdjustLengths value={value} onChange={onChange} faults={faults} />
        <CaptionsSection
          value={value.captions}
          onChange={(captions) => onChange({ ...value, captions })}
          faults={faults}
          sampleCodeId={sampleCodeId}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-4">
        <SheetNeeds value={value} codeCount={codeCount} hasFaults={faults.size > 0} />
        {isDrawable(value) ? (
          <>
            <SheetPreview value={value} onStart={(startAt) => onChange({ ...value, startAt })} />
            <p className="text-xs text-muted">{t("sheetHelp")}</p>
            <LabelPreview value={value} sampleCodeId={sampleCodeId} />
          </>
        ) : null}
      </div>
    </div>
  );
}
