"use client";

import { useTranslations } from "next-intl";
import { MeasureInput } from "@/components/packs/templates/measure-input";

interface PlaceFieldsProps {
  at: "poster.code" | `poster.texts.${number}`;
}

/** The same place as on the poster, in numbers. */
export function PlaceFields({ at }: PlaceFieldsProps) {
  const t = useTranslations("packTemplates.place");
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      <MeasureInput name={`${at}.x`} label={t("x")} least={0} most={100} unit="%" step={0.1} />
      <MeasureInput name={`${at}.y`} label={t("y")} least={0} most={100} unit="%" step={0.1} />
      <MeasureInput
        name={`${at}.width`}
        label={t("width")}
        least={3}
        most={100}
        unit="%"
        step={0.1}
      />
    </div>
  );
}
