"use client";

import { Button } from "@heroui/react";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useController, useFieldArray } from "react-hook-form";
import { AssetField } from "@/components/packs/templates/asset-field";
import { ColorInput } from "@/components/packs/templates/color-input";
import { useLookForm } from "@/components/packs/templates/look-form";
import { MeasureInput } from "@/components/packs/templates/measure-input";
import { TextFields } from "@/components/packs/templates/text-fields";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { SectionCard } from "@/components/ui/section-card";
import { DEFAULT_FRAME, LINES_MAX, LogoPlace } from "@/lib/packs/template-schema";
import type { FrameLine } from "@/lib/packs/template-schema";

const [FIRST, SECOND] = DEFAULT_FRAME.lines;

/** Everything about a frame: its ground, the lines under the code, the logo. */
export function FramePart({ keys }: { keys: readonly string[] }) {
  const t = useTranslations("packTemplates");
  const { control } = useLookForm();
  const { fields, append, remove } = useFieldArray({ control, name: "frame.lines" });
  const { field: logo } = useController({ control, name: "frame.logo" });
  const add = (line: FrameLine | undefined) => line && append(line, { shouldFocus: false });
  return (
    <>
      <SectionCard title={t("frame.ground")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <ColorInput name="frame.ground" label={t("frame.color")} />
          <ColorInput name="frame.plate" label={t("frame.plate")} />
          <MeasureInput
            name="frame.margin"
            label={t("frame.margin")}
            least={0}
            most={25}
            unit="%"
          />
          <MeasureInput
            name="frame.corner"
            label={t("frame.corner")}
            least={0}
            most={20}
            unit="%"
          />
        </div>
        <p className="mt-3 text-xs text-muted">{t("frame.percent")}</p>
      </SectionCard>
      <SectionCard title={t("frame.lines")} description={t("frame.linesText")}>
        <ol className="flex flex-col gap-3 empty:hidden">
          {fields.map(({ id }, place) => (
            <TextFields
              key={id}
              at={`frame.lines.${place}`}
              title={t("text.number", { number: place + 1 })}
              keys={keys}
              onRemove={() => remove(place)}
            />
          ))}
        </ol>
        {fields.length < LINES_MAX ? (
          <div className="mt-3 flex flex-wrap gap-2">
            <Button size="sm" variant="outline" onPress={() => add(FIRST)}>
              <Plus aria-hidden className="size-4" />
              {t("frame.addLine")}
            </Button>
            <Button size="sm" variant="outline" onPress={() => add(SECOND)}>
              <Plus aria-hidden className="size-4" />
              {t("frame.addSerial")}
            </Button>
          </div>
        ) : null}
      </SectionCard>
      <SectionCard title={t("frame.logo")}>
        <div className="flex flex-col gap-4">
          <AssetField
            label={t("frame.logo")}
            value={logo.value?.asset ?? null}
            onChange={(asset) =>
              logo.onChange(asset && { place: "top", size: 30, ...logo.value, asset: asset.sha256 })
            }
          />
          {logo.value ? (
            <div className="grid gap-4 sm:grid-cols-2">
              <ChoiceSelect
                label={t("frame.logoPlace")}
                value={logo.value.place}
                onChange={(place) => logo.onChange({ ...logo.value, place })}
                options={LogoPlace.options.map((id) => ({ id, label: t(`frame.places.${id}`) }))}
              />
              <MeasureInput
                name="frame.logo.size"
                label={t("frame.logoSize")}
                least={3}
                most={100}
                unit="%"
              />
            </div>
          ) : null}
        </div>
      </SectionCard>
    </>
  );
}
