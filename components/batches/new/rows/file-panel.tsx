"use client";

import { ProgressBar } from "@heroui/react";
import { FileSpreadsheet } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { RefCallBack } from "react-hook-form";
import { SampleFiles } from "@/components/batches/new/rows/sample-files";
import type { RowsInState } from "@/components/batches/new/rows/use-rows-in";
import { FileDrop } from "@/components/ui/file-drop";
import { useFileSize } from "@/components/ui/use-file-size";
import { SHEET_COLUMNS_MAX, SHEET_MAX_BYTES, SHEET_ROWS_MAX } from "@/lib/sheets/schema";

const TYPES = [".csv", ".tsv", ".txt", ".xlsx"];

interface FilePanelProps {
  rowsIn: RowsInState;
  inputRef: RefCallBack | undefined;
  error: string | undefined;
}

/** Rows as a file; the limits stand there beforehand. */
export function FilePanel({ rowsIn, inputRef, error }: FilePanelProps) {
  const t = useTranslations("batches.file");
  const format = useFormatter();
  const fileSize = useFileSize();
  const { file } = rowsIn.source;
  const note = t("limits", {
    rows: format.number(SHEET_ROWS_MAX),
    columns: format.number(SHEET_COLUMNS_MAX),
    size: fileSize(SHEET_MAX_BYTES),
  });
  return (
    <div className="flex flex-col gap-2">
      <FileDrop
        words={{
          zone: t("zone"),
          drop: t("drop"),
          choose: t("choose"),
          chooseOther: t("chooseOther"),
          note,
        }}
        file={file}
        fileIcon={FileSpreadsheet}
        onFile={(chosen) => rowsIn.takeFile(chosen)}
        onRefused={() => rowsIn.refuse("file", "fileSeveral")}
        acceptedFileTypes={TYPES}
        buttonRef={inputRef}
        error={error}
      >
        {file && rowsIn.isReading ? (
          <ProgressBar isIndeterminate aria-label={t("reading")} size="sm" className="max-w-xs">
            <ProgressBar.Track>
              <ProgressBar.Fill />
            </ProgressBar.Track>
          </ProgressBar>
        ) : null}
      </FileDrop>
      <SampleFiles />
    </div>
  );
}
