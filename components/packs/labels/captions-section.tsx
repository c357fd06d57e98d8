"use client";

import { Button } from "@heroui/react";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { CaptionFields } from "@/components/packs/labels/caption-fields";
import type { Faults } from "@/components/packs/labels/find-faults";
import { useFaultText } from "@/components/packs/labels/use-fault-text";
import { useTextKeys } from "@/components/packs/templates/use-text-keys";
import { CAPTIONS_MAX } from "@/lib/packs/label-schema";
import type { LabelCaption } from "@/lib/packs/label-schema";

interface CaptionsSectionProps {
  value: readonly LabelCaption[];
  onChange: (captions: LabelCaption[]) => void;
  faults: Faults;
  sampleCodeId: string | null;
}

/** The texts of a label, from the top. */
export function CaptionsSection({ value, onChange, faults, sampleCodeId }: CaptionsSectionProps) {
  const t = useTranslations("labelSheets.captions");
  const faultText = useFaultText();
  const keys = useTextKeys(sampleCodeId);
  const fault = faults.get("captions");
  const align = value.at(-1)?.align ?? "left";
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-sm font-medium">{t("title")}</h3>
      {fault ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {faultText(fault)}
        </p>
      ) : null}
      <ul className="flex flex-col gap-3 empty:hidden">
        {value.map((caption, place) => (
          <CaptionFields
            key={place}
            place={place}
            value={caption}
            onChange={(next) => onChange(value.map((one, at) => (at === place ? next : one)))}
            onRemove={() => onChange(value.filter((_, at) => at !== place))}
            faults={faults}
            keys={keys}
          />
        ))}
      </ul>
      {value.length < CAPTIONS_MAX ? (
        <Button
          size="sm"
          variant="outline"
          className="self-start"
          onPress={() =>
            onChange([...value, { text: "", size: 8, isBold: false, align, linesMax: 1 }])
          }
        >
          <Plus aria-hidden className="size-4" />
          {t("add")}
        </Button>
      ) : null}
    </div>
  );
}
