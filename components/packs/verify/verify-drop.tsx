"use client";

import { FileCheck2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileDrop } from "@/components/ui/file-drop";

interface VerifyDropProps {
  /** The file in hand. */
  file: File | null;
  onFile: (file: File) => void;
}

/** The file to check. */
export function VerifyDrop({ file, onFile }: VerifyDropProps) {
  const t = useTranslations("packs.verify");
  const [isRefused, setRefused] = useState(false);
  return (
    <FileDrop
      isPrimary
      words={{
        zone: t("zone"),
        drop: t("drop"),
        choose: t("choose"),
        chooseOther: t("chooseOther"),
        note: t("stays"),
      }}
      file={file}
      fileIcon={FileCheck2}
      onFile={(chosen) => {
        setRefused(false);
        onFile(chosen);
      }}
      onRefused={() => setRefused(true)}
      error={isRefused ? t("several") : undefined}
    />
  );
}
