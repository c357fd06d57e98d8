"use client";

import { useTranslations } from "next-intl";
import { OneOf } from "@/components/packs/templates/one-of";
import type { ImageType } from "@/lib/packs/drawing-schema";

interface ImageTypeFieldProps {
  value: ImageType;
  onChange: (imageType: ImageType) => void;
}

/** PNG keeps every edge, JPEG is smaller. */
export function ImageTypeField({ value, onChange }: ImageTypeFieldProps) {
  const t = useTranslations("packTemplates.choose");
  return (
    <div className="flex flex-col gap-1">
      <OneOf
        label={t("imageType")}
        value={value}
        onChange={onChange}
        options={[
          { id: "png", label: "PNG" },
          { id: "jpeg", label: "JPEG" },
        ]}
      />
      <p className="text-xs text-muted">{t(`imageTypes.${value}`)}</p>
    </div>
  );
}
