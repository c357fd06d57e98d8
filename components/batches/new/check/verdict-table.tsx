"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { rowProblems, shownCells } from "@/components/batches/new/check/faulty-columns";
import { MendableCell } from "@/components/batches/new/check/mendable-cell";
import { useProblemText } from "@/components/batches/words/use-problem-text";
import { TextLink } from "@/components/ui/text-link";
import type { DraftRow } from "@/lib/batches/draft-schema";

export interface CellPlace {
  row: number;
  column: number;
}

interface VerdictTableProps {
  rows: readonly DraftRow[];
  columns: readonly string[];
  /** The form the rows were checked with. */
  values: BatchFormValues;
  /** Null where a cell cannot be mended by itself, as in numbered rows. */
  onMend: ((place: CellPlace, text: string) => void) | null;
}

/** Rows with the cells that matter and what was found; the cell at fault can be mended in its place. */
export function VerdictTable({ rows, columns, values, onMend }: VerdictTableProps) {
  const t = useTranslations("batches.check");
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
          {rows.map((row) => (
            <tr key={row.row} className="align-top">
              <td className="px-3 py-2 text-muted">{row.row}</td>
              <td className="px-3 py-2">
                <Cells row={row} columns={columns} values={values} onMend={onMend} />
                {row.verdict === "bad" ? null : (
                  <p className="mt-1.5 md:hidden">
                    <Verdict row={row} />
                  </p>
                )}
              </td>
              <td className="hidden w-1/4 min-w-44 px-3 py-2 md:table-cell">
                <Verdict row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellsProps extends Omit<VerdictTableProps, "rows"> {
  row: DraftRow;
}

function Cells({ row, columns, values, onMend }: CellsProps) {
  const t = useTranslations("batches.check");
  const problemText = useProblemText();
  const cells = shownCells(row, values, columns);
  const others = rowProblems(row, values, columns);
  const hidden = columns.length - cells.length;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {cells.map(({ place, column, text, problems }) =>
          problems === null ? (
            <span key={place} className="max-w-64 truncate">
              <span className="text-xs text-muted">{column} </span>
              {text}
            </span>
          ) : null,
        )}
        {hidden > 0 ? (
          <span className="text-xs leading-5 text-muted">
            {t("hiddenColumns", { count: hidden })}
          </span>
        ) : null}
      </div>
      {cells.map(({ place, column, text, problems }) =>
        problems === null ? null : onMend ? (
          <MendableCell
            key={place}
            label={t("mend", { row: row.row, column })}
            column={column}
            text={text}
            fault={problemText(problems)}
            onMend={(mended) => onMend({ row: row.row, column: place }, mended)}
          />
        ) : (
          <span key={place}>
            <span className="text-xs text-muted">{column} </span>
            <span className="font-mono break-all">{text}</span>
            <Fault>{problemText(problems)}</Fault>
          </span>
        ),
      )}
      {others.length > 0 ? <Fault>{problemText(others)}</Fault> : null}
    </div>
  );
}

function Fault({ children }: { children: ReactNode }) {
  return <span className="block text-danger-soft-foreground">{children}</span>;
}

function Verdict({ row: { verdict, repeatOf } }: { row: DraftRow }) {
  const t = useTranslations("batches.check");
  if (verdict === "bad") {
    return <span className="text-danger-soft-foreground">{t("isBad")}</span>;
  }
  if (verdict === "new") return <span className="text-muted">{t("isNew")}</span>;
  if (repeatOf === null) return <span>{t("isRepeat")}</span>;
  if ("row" in repeatOf) return <span>{t("sameRow", { row: repeatOf.row })}</span>;
  return (
    <span>
      {t("sameCode")} <TextLink href={`/codes/${repeatOf.codeId}`}>{repeatOf.label}</TextLink>
    </span>
  );
}
