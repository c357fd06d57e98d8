"use client";

import { Button, Tabs } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { FilePanel } from "@/components/batches/new/rows/file-panel";
import { SerialFields } from "@/components/batches/new/rows/serial-fields";
import { SheetNotes } from "@/components/batches/new/rows/sheet-notes";
import { TablePreview } from "@/components/batches/new/rows/table-preview";
import { TextPanel } from "@/components/batches/new/rows/text-panel";
import type { RowsInState } from "@/components/batches/new/rows/use-rows-in";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import { SectionCard } from "@/components/ui/section-card";
import { useErrorText } from "@/components/ui/use-error-text";
import { SHEET_KEPT_DAYS, SHEET_ROWS_MAX, SheetSource } from "@/lib/sheets/schema";

/** Where the rows come from: pasted, one per line, numbered, or a file. */
export function RowsSection({ rowsIn }: { rowsIn: RowsInState }) {
  const t = useTranslations("batches.rows");
  const errorText = useErrorText();
  const { control } = useBatchForm();
  const { field, fieldState } = useController({ control, name: "rows" });
  const { source, changeWay, changeSerial, sheet, isReading, problem } = rowsIn;
  const { way } = source;
  const missing = sheet ? undefined : fieldState.error?.message;
  const error = problem ? errorText(problem.reason, problem.values) : missing && errorText(missing);
  const refOf = (name: SheetSource) => (way === name ? field.ref : undefined);
  return (
    <SectionCard
      title={t("title")}
      description={t("description", { most: SHEET_ROWS_MAX, days: SHEET_KEPT_DAYS })}
    >
      <div className="flex flex-col gap-4">
        <Tabs
          selectedKey={way}
          onSelectionChange={(key) => {
            const chosen = SheetSource.safeParse(key).data;
            if (chosen && chosen !== way) changeWay(chosen);
          }}
        >
          <Tabs.ListContainer className="max-w-xl">
            <Tabs.List aria-label={t("ways")}>
              {SheetSource.options.map((name) => (
                <Tabs.Tab key={name} id={name} className="whitespace-nowrap">
                  {t(`way.${name}`)}
                  <Tabs.Indicator />
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs.ListContainer>
          {(["paste", "lines"] as const).map((name) => (
            <Tabs.Panel key={name} id={name} className="px-0 pt-4">
              <TextPanel way={name} rowsIn={rowsIn} inputRef={refOf(name)} error={error} />
            </Tabs.Panel>
          ))}
          <Tabs.Panel id="serial" className="px-0 pt-4">
            <SerialFields
              serial={source.serial}
              onChange={changeSerial}
              sheet={sheet}
              error={error}
            />
          </Tabs.Panel>
          <Tabs.Panel id="file" className="px-0 pt-4">
            <FilePanel rowsIn={rowsIn} inputRef={refOf("file")} error={error} />
          </Tabs.Panel>
        </Tabs>
        <RowCount rowsIn={rowsIn} />
        {problem?.reason === "unreachable" ? (
          <Button size="sm" variant="outline" className="self-start" onPress={rowsIn.retry}>
            {t("retry")}
          </Button>
        ) : problem && rowsIn.guessAgain ? (
          <Button size="sm" variant="outline" className="self-start" onPress={rowsIn.guessAgain}>
            {t("guessAgain")}
          </Button>
        ) : null}
        <SheetNotes rowsIn={rowsIn} />
        {sheet && way !== "serial" ? (
          <div className={isReading ? "opacity-60 transition-opacity" : "transition-opacity"}>
            <TablePreview sheet={sheet} />
          </div>
        ) : null}
      </div>
    </SectionCard>
  );
}

/** How many rows there are, of how many there may be. */
function RowCount({ rowsIn: { sheet, isReading, problem } }: { rowsIn: RowsInState }) {
  const t = useTranslations("batches.rows");
  const format = useFormatter();
  const most = format.number(SHEET_ROWS_MAX);
  return (
    <p role="status" aria-busy={isReading} className="min-h-5 text-sm">
      {sheet && !problem
        ? t("count", { rows: sheet.rowCount, columns: sheet.columns.length, most })
        : t(isReading ? "reading" : "countNone", { most })}
    </p>
  );
}
