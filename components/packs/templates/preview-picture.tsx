"use client";

import { cn } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/ui/use-error-text";
import type { LookPreview } from "@/components/packs/templates/use-look-preview";

/** The drawn look; while there is none yet, a skeleton of its shape, and in a sentence why it could not be drawn. */
export function PreviewPicture({ preview, ratio }: { preview: LookPreview; ratio: number }) {
  const t = useTranslations("packTemplates.preview");
  const errorText = useErrorText();
  const { picture, problem, isDrawing } = preview;
  return (
    <>
      {picture ? (
        <img
          src={picture}
          alt={t("alt")}
          draggable={false}
          className={cn("block w-full select-none", isDrawing && "opacity-80")}
        />
      ) : (
        <div
          role="status"
          aria-label={t("drawing")}
          style={{ aspectRatio: ratio }}
          className="w-full animate-pulse bg-default motion-reduce:animate-none"
        />
      )}
      {problem ? (
        <p
          role="status"
          className="absolute inset-x-2 bottom-2 rounded-lg bg-warning-soft p-2 text-xs text-warning-soft-foreground"
        >
          {errorText(problem.reason, problem.values)}
        </p>
      ) : null}
    </>
  );
}
