"use client";

import { Button } from "@heroui/react";
import { ClipboardPaste } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { RefCallBack } from "react-hook-form";
import { RowsText } from "@/components/batches/new/rows/rows-text";
import type { RowsInState } from "@/components/batches/new/rows/use-rows-in";

interface TextPanelProps {
  way: "paste" | "lines";
  rowsIn: RowsInState;
  inputRef: RefCallBack | undefined;
  error: string | undefined;
}

/** Rows as text; what is too long for a field is said to be there instead of shown. */
export function TextPanel({ way, rowsIn, inputRef, error }: TextPanelProps) {
  const t = useTranslations("batches.rows");
  const format = useFormatter();
  const [isReplacing, setReplacing] = useState(false);
  const { source, isLong, sheet, write } = rowsIn;
  if (isLong && !error && !isReplacing) {
    return (
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-border bg-surface-secondary px-4 py-3">
        <ClipboardPaste aria-hidden className="size-5 shrink-0 text-muted" />
        <p className="min-w-56 flex-1 text-sm">
          {sheet ? t("kept", { rows: format.number(sheet.rowCount) }) : t("reading")}
        </p>
        <Button ref={inputRef} size="sm" variant="outline" onPress={() => setReplacing(true)}>
          {t("keptReplace")}
        </Button>
      </div>
    );
  }
  return (
    <RowsText
      label={t(`${way}Label`)}
      help={t(`${way}Help`)}
      placeholder={t(`${way}Example`)}
      text={source[way].text}
      onChange={(text) => {
        setReplacing(false);
        write(way, text);
      }}
      inputRef={inputRef}
      error={error}
    />
  );
}
