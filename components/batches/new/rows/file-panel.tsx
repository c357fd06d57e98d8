"use client";

import { Button, ProgressBar } from "@heroui/react";
import { FileSpreadsheet, Upload } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { DropZone } from "react-aria-components/DropZone";
import type { DropZoneProps } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import type { RefCallBack } from "react-hook-form";
import { SampleFiles } from "@/components/batches/new/rows/sample-files";
import { useFileSize } from "@/components/batches/new/rows/use-file-size";
import type { RowsInState } from "@/components/batches/new/rows/use-rows-in";
import { SHEET_COLUMNS_MAX, SHEET_MAX_BYTES, SHEET_ROWS_MAX } from "@/lib/sheets/schema";

const TYPES = [".csv", ".tsv", ".txt", ".xlsx"];

interface FilePanelProps {
  rowsIn: RowsInState;
  inputRef: RefCallBack | undefined;
  error: string | undefined;
}

type Dropped = Parameters<NonNullable<DropZoneProps["onDrop"]>>[0];

/** Rows as a file: dropped on the zone, pasted into it, or chosen; the limits stand there beforehand. */
export function FilePanel({ rowsIn, inputRef, error }: FilePanelProps) {
  const t = useTranslations("batches.file");
  const format = useFormatter();
  const fileSize = useFileSize();
  const { file } = rowsIn.source;

  async function drop({ items }: Dropped) {
    const [only, ...others] = items;
    if (only?.kind === "file" && others.length === 0) rowsIn.takeFile(await only.getFile());
    else rowsIn.refuse("file", "fileSeveral");
  }

  return (
    <div className="flex flex-col gap-2">
      <DropZone
        aria-label={t("zone")}
        getDropOperation={() => "copy"}
        onDrop={(event) => void drop(event)}
        className="flex flex-col items-center gap-3 rounded-xl border border-dashed border-field-border px-5 py-7 text-center transition-colors data-[drop-target]:border-accent data-[drop-target]:bg-accent-soft data-[focus-visible]:border-accent"
      >
        {file ? (
          <FileSpreadsheet aria-hidden className="size-7 text-accent" strokeWidth={1.5} />
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
        {file && rowsIn.isReading ? (
          <ProgressBar isIndeterminate aria-label={t("reading")} size="sm" className="max-w-xs">
            <ProgressBar.Track>
              <ProgressBar.Fill />
            </ProgressBar.Track>
          </ProgressBar>
        ) : null}
        <FileTrigger
          acceptedFileTypes={TYPES}
          onSelect={(files) => {
            const chosen = files?.[0];
            if (chosen) rowsIn.takeFile(chosen);
          }}
        >
          <Button ref={inputRef} variant="outline" size="sm">
            {t(file ? "chooseOther" : "choose")}
          </Button>
        </FileTrigger>
        <p className="text-xs text-muted">
          {t("limits", {
            rows: format.number(SHEET_ROWS_MAX),
            columns: format.number(SHEET_COLUMNS_MAX),
            size: fileSize(SHEET_MAX_BYTES),
          })}
        </p>
      </DropZone>
      {error ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {error}
        </p>
      ) : null}
      <SampleFiles />
    </div>
  );
}
