"use client";

import { Button } from "@heroui/react";
import { FileCheck2, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DropZone } from "react-aria-components/DropZone";
import type { DropZoneProps } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { useFileSize } from "@/components/batches/new/rows/use-file-size";

interface VerifyDropProps {
  /** The file in hand. */
  file: File | null;
  onFile: (file: File) => void;
}

type Dropped = Parameters<NonNullable<DropZoneProps["onDrop"]>>[0];

/** The file to check: dropped, pasted or chosen. */
export function VerifyDrop({ file, onFile }: VerifyDropProps) {
  const t = useTranslations("packs.verify");
  const fileSize = useFileSize();
  const [isRefused, setRefused] = useState(false);

  function take(chosen: File | null | undefined) {
    setRefused(!chosen);
    if (chosen) onFile(chosen);
  }

  async function drop({ items }: Dropped) {
    const [only, ...others] = items;
    take(only?.kind === "file" && others.length === 0 ? await only.getFile() : null);
  }

  return (
    <div className="flex flex-col gap-2">
      <DropZone
        aria-label={t("zone")}
        getDropOperation={() => "copy"}
        onDrop={(event) => void drop(event)}
        className="flex flex-col items-center gap-3 rounded-xl border border-dashed border-field-border px-5 py-9 text-center transition-colors data-[drop-target]:border-accent data-[drop-target]:bg-accent-soft data-[focus-visible]:border-accent"
      >
        {file ? (
          <FileCheck2 aria-hidden className="size-7 text-accent" strokeWidth={1.5} />
        ) : (
          <Upload aria-hidden className="size-7 text-muted" strokeWidth={1.5} />
        )}
        <p className="max-w-full text-sm">
          {file ? (
            <>
              <span className="font-medium break-all">{file.name}</span>{" "}
              <span className="whitespace-nowrap text-muted">{fileSize(file.size)}</span>
            </>
          ) : (
            t("drop")
          )}
        </p>
        <FileTrigger
          onSelect={(files) => {
            // Choosing nothing in the dialog changes nothing.
            if (files?.[0]) take(files[0]);
          }}
        >
          <Button variant={file ? "outline" : "primary"} size="sm">
            {t(file ? "chooseOther" : "choose")}
          </Button>
        </FileTrigger>
        <p className="text-xs text-muted">{t("stays")}</p>
      </DropZone>
      {isRefused ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {t("several")}
        </p>
      ) : null}
    </div>
  );
}
