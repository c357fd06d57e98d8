"use client";

import { useTranslations } from "next-intl";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { SheetDrawing } from "@/components/packs/labels/sheet-drawing";
import type { LabelOptions } from "@/lib/packs/label-schema";
import { gridOf, labelBox, labelsPerSheet } from "@/lib/packs/label-sheet-schema";

interface SheetPreviewProps {
  value: LabelOptions;
  onStart: (startAt: number) => void;
}

/** More labels than that are too small to be told apart by a finger; the number field finds them. */
const CLICKABLE_MAX = 300;

/** The first sheet in its true proportions. A click on a label begins there; arrow keys move the beginning. */
export function SheetPreview({ value, onStart }: SheetPreviewProps) {
  const t = useTranslations("labelSheets");
  const { paperWidth, paperHeight } = gridOf(value);
  const count = labelsPerSheet(value);
  return (
    <div
      className="relative mx-auto w-full border border-border bg-white"
      style={{
        aspectRatio: `${paperWidth} / ${paperHeight}`,
        maxWidth: `${Math.min(1, paperWidth / paperHeight) * 28}rem`,
      }}
    >
      <SheetDrawing value={value} label={t("sheetDrawing", { count })} />
      {count > 1 && count <= CLICKABLE_MAX ? (
        <RadioGroup
          aria-label={t("startAt")}
          value={String(value.startAt)}
          onChange={(place) => onStart(Number(place))}
        >
          {Array.from({ length: count }, (_, place) => {
            const box = labelBox(value, place);
            return (
              <Radio
                key={place}
                value={String(place + 1)}
                aria-label={t("place", { number: place + 1 })}
                className="absolute cursor-pointer outline-offset-1 data-[focus-visible]:outline-2 data-[focus-visible]:outline-focus data-[hovered]:bg-accent/15"
                style={{
                  left: percent(box.x, paperWidth),
                  top: percent(box.y, paperHeight),
                  width: percent(box.width, paperWidth),
                  height: percent(box.height, paperHeight),
                }}
              />
            );
          })}
        </RadioGroup>
      ) : null}
    </div>
  );
}

function percent(length: number, whole: number): string {
  return `${(length / whole) * 100}%`;
}
