"use client";

import { Button } from "@heroui/react";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useController, useFieldArray } from "react-hook-form";
import { AssetField } from "@/components/packs/templates/asset-field";
import { ColorInput } from "@/components/packs/templates/color-input";
import { useLookForm } from "@/components/packs/templates/look-form";
import { MeasureInput } from "@/components/packs/templates/measure-input";
import { PlaceFields } from "@/components/packs/templates/place-fields";
import { PosterSize } from "@/components/packs/templates/poster-size";
import { TextFields } from "@/components/packs/templates/text-fields";
import { SectionCard } from "@/components/ui/section-card";
import { DEFAULT_POSTER, TEXT_BOXES_MAX } from "@/lib/packs/template-schema";
import type { AssetView } from "@/lib/packs/template-schema";

interface PosterPartProps {
  keys: readonly string[];
  /** The background, which decides the size. */
  background: AssetView | null;
  onBackground: (asset: AssetView | null) => void;
}

const [NEW_TEXT] = DEFAULT_POSTER.texts;

/** Everything about a poster: its background or size, where the code stands, its texts. */
export function PosterPart({ keys, background, onBackground }: PosterPartProps) {
  const t = useTranslations("packTemplates");
  const { control } = useLookForm();
  const { fields, append, remove } = useFieldArray({ control, name: "poster.texts" });
  const { field } = useController({ control, name: "poster.background" });
  return (
    <>
      <SectionCard title={t("poster.background")} description={t("poster.backgroundText")}>
        <div className="flex flex-col gap-4">
          <AssetField
            label={t("poster.background")}
            value={field.value}
            onChange={(asset) => {
              field.onChange(asset?.sha256 ?? null);
              onBackground(asset);
            }}
          />
          <PosterSize background={background} />
          <ColorInput name="poster.ground" label={t("poster.ground")} />
        </div>
      </SectionCard>
      <SectionCard title={t("poster.code")} description={t("canvas.moveHelp")}>
        <div className="flex flex-col gap-4">
          <PlaceFields at="poster.code" />
          <div className="grid gap-4 sm:grid-cols-2">
            <ColorInput name="poster.code.plate" label={t("frame.plate")} />
            <MeasureInput
              name="poster.code.margin"
              label={t("poster.plateMargin")}
              least={0}
              most={20}
              unit="%"
            />
          </div>
        </div>
      </SectionCard>
      <SectionCard title={t("poster.texts")} description={t("poster.textsText")}>
        <ol className="flex flex-col gap-3 empty:hidden">
          {fields.map(({ id }, place) => (
            <TextFields
              key={id}
              at={`poster.texts.${place}`}
              title={t("text.number", { number: place + 1 })}
              keys={keys}
              onRemove={() => remove(place)}
            />
          ))}
        </ol>
        {fields.length < TEXT_BOXES_MAX && NEW_TEXT ? (
          <Button
            size="sm"
            variant="outline"
            className="mt-3"
            onPress={() => append({ ...NEW_TEXT, y: 4 }, { shouldFocus: false })}
          >
            <Plus aria-hidden className="size-4" />
            {t("poster.addText")}
          </Button>
        ) : null}
      </SectionCard>
    </>
  );
}
