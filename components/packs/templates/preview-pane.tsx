"use client";

import { useTranslations } from "next-intl";
import { ratioOf, textsOverCode } from "@/components/packs/templates/fit-poster";
import { lookOf } from "@/components/packs/templates/look-form";
import type { LookForm } from "@/components/packs/templates/look-form";
import { PosterCanvas } from "@/components/packs/templates/poster-canvas";
import { PreviewPicture } from "@/components/packs/templates/preview-picture";
import { SampleCodeField } from "@/components/packs/templates/sample-code-field";
import type { SampleCode } from "@/components/packs/templates/sample-code-field";
import { useLookPreview } from "@/components/packs/templates/use-look-preview";
import { SectionCard } from "@/components/ui/section-card";
import type { AssetView, TemplateKind } from "@/lib/packs/template-schema";

interface PreviewPaneProps {
  kind: TemplateKind;
  values: LookForm;
  background: AssetView | null;
  sample: SampleCode | null;
  onSample: (code: SampleCode | null) => void;
}

/** About as high as a frame with two lines. */
const FRAME_RATIO = 0.85;

/** How the look comes out, with a real code of one's choice; stays in sight while the fields scroll. */
export function PreviewPane({ kind, values, background, sample, onSample }: PreviewPaneProps) {
  const t = useTranslations("packTemplates");
  const preview = useLookPreview(lookOf(kind, values), sample?.id ?? null);
  const ratio = ratioOf(values.poster, background);
  const covering = kind === "poster" ? textsOverCode(values.poster, ratio) : [];
  return (
    <div className="min-w-0 lg:sticky lg:top-20">
      <SectionCard title={t("preview.title")} description={t("preview.text")}>
        <div className="flex flex-col gap-4">
          <div className="relative mx-auto w-full max-w-96 rounded-lg border border-border chequered">
            {kind === "poster" ? (
              <PosterCanvas preview={preview} ratio={ratio} />
            ) : (
              <PreviewPicture preview={preview} ratio={FRAME_RATIO} />
            )}
          </div>
          {kind === "poster" ? <p className="text-xs text-muted">{t("canvas.moveHelp")}</p> : null}
          {covering.map((place) => (
            <p key={place} role="status" className="text-sm text-warning-soft-foreground">
              {t("canvas.covers", { label: t("text.number", { number: place + 1 }) })}
            </p>
          ))}
          <SampleCodeField value={sample} onChange={onSample} />
        </div>
      </SectionCard>
    </div>
  );
}
