"use client";

import { Tabs } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { PasteChoices } from "@/components/batches/new/paste-choices";
import { ROWS_SOURCES } from "@/components/batches/new/rows-source";
import type { RowsSource } from "@/components/batches/new/rows-source";
import { RowsText } from "@/components/batches/new/rows-text";
import { SerialFields } from "@/components/batches/new/serial-fields";
import { TablePreview } from "@/components/batches/new/table-preview";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import type { RowsInState } from "@/components/batches/new/use-rows-in";
import { SectionCard } from "@/components/ui/section-card";
import { useErrorText } from "@/components/ui/use-error-text";
import { BATCH_ROWS_MAX } from "@/lib/batches/schema";

/** Where the rows come from: pasted, one per line, or numbered. */
export function RowsSection({ rowsIn }: { rowsIn: RowsInState }) {
  const t = useTranslations("batches.rows");
  const errorText = useErrorText();
  const { control } = useBatchForm();
  const { field, fieldState } = useController({ control, name: "rows" });
  const { source, change, table, isReading, problem } = rowsIn;
  const { way } = source;
  const missing = table ? undefined : fieldState.error?.message;
  const fault = problem ? errorText(problem.reason, problem.values) : missing && errorText(missing);
  return (
    <SectionCard title={t("title")} description={t("description", { most: BATCH_ROWS_MAX })}>
      <div className="flex flex-col gap-4">
        <Tabs
          selectedKey={way}
          onSelectionChange={(key) => {
            const chosen = ROWS_SOURCES.find((known) => known === key);
            if (chosen && chosen !== way) change({ way: chosen });
          }}
        >
          <Tabs.ListContainer className="max-w-md">
            <Tabs.List aria-label={t("ways")}>
              {ROWS_SOURCES.map((name) => (
                <Tabs.Tab key={name} id={name}>
                  {t(`way.${name}`)}
                  <Tabs.Indicator />
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs.ListContainer>
          <Tabs.Panel id="paste" className="flex flex-col gap-4 px-0 pt-4">
            <RowsText
              label={t("pasteLabel")}
              help={t("pasteHelp")}
              placeholder={t("pasteExample")}
              text={source.paste.text}
              onChange={(text) => change({ paste: pasteOf(source.paste, text) })}
              inputRef={way === "paste" ? field.ref : undefined}
              error={fault}
            />
          </Tabs.Panel>
          <Tabs.Panel id="lines" className="px-0 pt-4">
            <RowsText
              label={t("linesLabel")}
              help={t("linesHelp")}
              placeholder={t("linesExample")}
              text={source.lines}
              onChange={(lines) => change({ lines })}
              inputRef={way === "lines" ? field.ref : undefined}
              error={fault}
            />
          </Tabs.Panel>
          <Tabs.Panel id="serial" className="px-0 pt-4">
            <SerialFields
              serial={source.serial}
              onChange={(serial) => change({ serial })}
              table={table}
              error={fault}
            />
          </Tabs.Panel>
        </Tabs>
        <RowCount rowsIn={rowsIn} />
        {way === "paste" && table?.guessed ? (
          <PasteChoices
            guessed={table.guessed}
            isChosen={source.paste}
            onChange={(choice) => change({ paste: { ...source.paste, ...choice } })}
          />
        ) : null}
        {table && way !== "serial" ? (
          <div className={isReading ? "opacity-60 transition-opacity" : "transition-opacity"}>
            <TablePreview table={table} />
          </div>
        ) : null}
      </div>
    </SectionCard>
  );
}

/** What was chosen about a text stays while it is worked on; an emptied field starts anew. */
function pasteOf(paste: RowsSource["paste"], text: string): RowsSource["paste"] {
  return text.trim() === "" ? { text, delimiter: null, hasHeader: null } : { ...paste, text };
}

/** How many rows there are, of how many there may be. */
function RowCount({ rowsIn: { table, isReading, problem } }: { rowsIn: RowsInState }) {
  const t = useTranslations("batches.rows");
  const format = useFormatter();
  return (
    <p role="status" aria-busy={isReading} className="min-h-5 text-sm">
      {table && !problem
        ? t("count", {
            rows: table.rows.length,
            columns: table.columns.length,
            most: format.number(BATCH_ROWS_MAX),
          })
        : isReading
          ? t("reading")
          : t("countNone", { most: format.number(BATCH_ROWS_MAX) })}
    </p>
  );
}
