"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import type { MintFormValues } from "@/components/codes/mint/mint-form-values";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { CodeMock } from "@/components/codes/picture/code-mock";
import { drawnColor } from "@/components/codes/picture/contrast";
import { ContrastNote } from "@/components/codes/picture/contrast-note";
import { GroundStage } from "@/components/codes/picture/ground-stage";
import { GroundSwitch } from "@/components/codes/picture/ground-switch";
import type { Ground } from "@/components/codes/picture/grounds";
import { PRINT_DPI, printedMm } from "@/components/codes/picture/physical-size";

interface PreviewPanelProps {
  ground: Ground;
  onGroundChange: (ground: Ground) => void;
}

const lookOf = ({ kind, lineColor, autoColor, isHyaline, width }: MintFormValues) => {
  const isSquare = kind === "WXA_QRCODE";
  return {
    shape: isSquare ? ("square" as const) : ("round" as const),
    lineColor: isSquare || autoColor ? "#000000" : lineColor,
    autoColor: !isSquare && autoColor,
    isTransparent: !isSquare && isHyaline,
    width,
  };
};

/** The mock of the code, recoloured while the form is filled in. Costs nothing. */
export function PreviewPanel({ ground, onGroundChange }: PreviewPanelProps) {
  const t = useTranslations("newCode.preview");
  const format = useFormatter();
  const { control } = useMintForm();
  const { shape, lineColor, autoColor, isTransparent, width } = useWatch({
    control,
    compute: lookOf,
  });
  return (
    <div className="flex flex-col gap-3">
      <GroundStage ground={ground} badge={t("chip")}>
        <CodeMock
          shape={shape}
          color={drawnColor(lineColor)}
          isTransparent={isTransparent}
          label={t("alt")}
          mark={t("mark")}
        />
      </GroundStage>
      <GroundSwitch ground={ground} onChange={onGroundChange} />
      <p className="text-xs text-muted">
        {t("costsNothing")}
        {Number.isFinite(width)
          ? ` ${t("size", {
              width,
              mm: format.number(printedMm(width), { minimumFractionDigits: 1 }),
              dpi: PRINT_DPI,
            })}`
          : null}
      </p>
      <ContrastNote
        lineColor={lineColor}
        autoColor={autoColor}
        isTransparent={isTransparent}
        ground={ground}
      />
    </div>
  );
}
