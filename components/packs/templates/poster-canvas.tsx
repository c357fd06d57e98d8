"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { useLookForm } from "@/components/packs/templates/look-form";
import type { Box } from "@/components/packs/templates/move-box";
import { PosterBox } from "@/components/packs/templates/poster-box";
import { PreviewPicture } from "@/components/packs/templates/preview-picture";
import type { LookPreview } from "@/components/packs/templates/use-look-preview";
import { LINE_HEIGHT } from "@/lib/packs/template-schema";

const CHANGED = { shouldDirty: true } as const;

interface PosterCanvasProps {
  preview: LookPreview;
  /** Width by height. */
  ratio: number;
}

/** The poster as it comes out, with a box over everything that can be moved. */
export function PosterCanvas({ preview, ratio }: PosterCanvasProps) {
  const t = useTranslations("packTemplates");
  const { control, setValue } = useLookForm();
  const { code, texts } = useWatch({ control, name: "poster" });

  function takeCode({ x, y, width }: Box) {
    setValue("poster.code", { ...code, x, y, width }, CHANGED);
  }

  function takeText(place: number, { x, y, width }: Box) {
    setValue(`poster.texts.${place}.x`, x, CHANGED);
    setValue(`poster.texts.${place}.y`, y, CHANGED);
    setValue(`poster.texts.${place}.width`, width, CHANGED);
  }

  return (
    <div data-poster role="group" aria-label={t("canvas.label")} className="relative">
      <PreviewPicture preview={preview} ratio={ratio} />
      {texts.map(({ x, y, width, size, lines }, place) => (
        <PosterBox
          // Texts are only told apart by their place.
          // oxlint-disable-next-line react/no-array-index-key -- as said above
          key={place}
          label={t("text.number", { number: place + 1 })}
          box={{ x, y, width, height: size * LINE_HEIGHT * lines * ratio }}
          heightPerWidth={0}
          onChange={(box) => takeText(place, box)}
        />
      ))}
      <PosterBox
        label={t("poster.code")}
        box={{ x: code.x, y: code.y, width: code.width, height: code.width * ratio }}
        heightPerWidth={ratio}
        onChange={takeCode}
      />
    </div>
  );
}
