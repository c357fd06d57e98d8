"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { PRINT_DPI, printedMm } from "@/components/codes/picture/physical-size";
import { useLookForm } from "@/components/packs/templates/look-form";
import { MeasureInput } from "@/components/packs/templates/measure-input";
import { POSTER_EDGE_MAX, POSTER_EDGE_MIN } from "@/lib/packs/template-schema";
import type { AssetView } from "@/lib/packs/template-schema";

/** Pixels of the poster, and what they are on paper; a background decides them. */
export function PosterSize({ background }: { background: AssetView | null }) {
  const t = useTranslations("packTemplates.poster");
  const format = useFormatter();
  const { control } = useLookForm();
  const design = useWatch({ control, name: "poster" });
  const { pixelWidth, pixelHeight } = background ?? design;
  const limits = { least: POSTER_EDGE_MIN, most: POSTER_EDGE_MAX, unit: "px", step: 1 } as const;
  const isKnown = Number.isFinite(pixelWidth) && Number.isFinite(pixelHeight);
  return (
    <div className="flex flex-col gap-2">
      {background ? null : (
        <div className="grid grid-cols-2 gap-3">
          <MeasureInput name="poster.pixelWidth" label={t("pixelWidth")} {...limits} />
          <MeasureInput name="poster.pixelHeight" label={t("pixelHeight")} {...limits} />
        </div>
      )}
      {isKnown ? (
        <p className="text-xs text-muted">
          {t("size", {
            width: pixelWidth,
            height: pixelHeight,
            widthMm: format.number(printedMm(pixelWidth)),
            heightMm: format.number(printedMm(pixelHeight)),
            codeMm: format.number(printedMm((pixelWidth * design.code.width) / 100)),
            dpi: PRINT_DPI,
          })}
        </p>
      ) : null}
    </div>
  );
}
