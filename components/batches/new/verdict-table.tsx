"use client";

import { Input } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { faultyColumns } from "@/components/batches/new/faulty-columns";
import { useBatchForm } from "@/components/batches/new/use-batch-form";
import type { RowsInState } from "@/components/batches/new/use-rows-in";
import { useProblemText } from "@/components/batches/words/use-problem-text";
import { TextLink } from "@/components/ui/text-link";
import type { BadRow, RepeatRow, RowTable } from "@/lib/batches/schema";

/** A bad row, a repeat, or a new one with nothing to say. */
export type Verdict = BadRow | RepeatRow | { row: number };

interface VerdictTableProps {
  verdicts: readonly Verdict[];
  table: RowTable;
  onMend: RowsInState["mend"] | null;
}

const placesOf = ({ labelTemplate, pageTemplate, pathTemplate, carries }: BatchFormValues) => {
  return { labelTemplate, pageTemplate, pathTemplate, carries };
};

/** Rows with the cells that matter and what was found; the faulty cell can be mended in its place. */
export function VerdictTable({ verdicts, table, onMend }: VerdictTableProps) {
  const t = useTranslations("batches.check");
  const { control } = useBatchForm();
  const values = useWatch({ control, compute: placesOf });
  const { columns, rows } = table;
  return (
    <div
      role="region"
      aria-label={t("rows")}
      tabIndex={0}
      className="max-h-112 overflow-auto rounded-lg border border-border"
    >
      <table className="w-full text-sm">
        <caption className="sr-only">{t("rows")}</caption>
        <thead className="sticky top-0 z-10 bg-surface-secondary">
          <tr>
            {[t("number"), t("cells")].map((title) => (
              <th key={title} scope="col" className="px-3 py-2 text-start font-medium">
                {title}
              </th>
            ))}
            <th scope="col" className="hidden px-3 py-2 text-start font-medium md:table-cell">
              {t("verdict")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-separator">
          {verdicts.map((verdict) => {
            const { row } = verdict;
            const cells = rows[row - 1] ?? [];
            const faulty =
              "problems" in verdict ? faultyColumns(verdict.problems, values, columns) : [];
            return (
              <tr key={row} className="align-top">
                <td className="px-3 py-2 text-muted">{row}</td>
                <td className="px-3 py-2">
                  <div className="flex flex-wrap gap-x-4 gap-y-1.5">
                    {columns.map((column, place) =>
                      faulty.includes(place) && onMend ? (
                        <MendableCell
                          key={column}
                          label={t("mend", { row, column })}
                          column={column}
                          text={cells[place] ?? ""}
                          onMend={(text) => onMend(row, place, text)}
                        />
                      ) : (
                        <span key={column} className="max-w-64 self-center truncate">
                          <span className="text-xs text-muted">{column} </span>
                          {cells[place] ?? ""}
                        </span>
                      ),
                    )}
                  </div>
                  <p className="mt-1.5 md:hidden">
                    <VerdictText verdict={verdict} />
                  </p>
                </td>
                <td className="hidden w-2/5 min-w-56 px-3 py-2 md:table-cell">
                  <VerdictText verdict={verdict} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function VerdictText({ verdict }: { verdict: Verdict }) {
  const t = useTranslations("batches.check");
  const problemText = useProblemText();
  if ("problems" in verdict) {
    return <span className="text-danger-soft-foreground">{problemText(verdict.problems)}</span>;
  }
  if (!("of" in verdict)) return <span className="text-muted">{t("isNew")}</span>;
  const { of } = verdict;
  if ("row" in of) return <span>{t("sameRow", { row: of.row })}</span>;
  return (
    <span>
      {t("sameCode")} <TextLink href={`/codes/${of.codeId}`}>{of.label}</TextLink>
    </span>
  );
}

interface MendableCellProps {
  label: string;
  column: string;
  text: string;
  onMend: (text: string) => void;
}

/** Written over in place; taken when the field is left or Enter is pressed. */
function MendableCell({ label, column, text, onMend }: MendableCellProps) {
  const [written, setWritten] = useState(text);
  const [known, setKnown] = useState(text);
  if (known !== text) {
    setKnown(text);
    setWritten(text);
  }
  function take() {
    const mended = written.trim();
    if (mended !== text) onMend(mended);
  }
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden className="text-xs text-muted">
        {column}
      </span>
      <Input
        aria-label={label}
        aria-invalid
        value={written}
        onChange={(event) => setWritten(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) take();
        }}
        spellCheck={false}
        className="h-8 w-48 border-danger font-mono text-sm"
      />
    </span>
  );
}
