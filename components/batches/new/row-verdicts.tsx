"use client";

import { Button, ToggleButton, ToggleButtonGroup } from "@heroui/react";
import { Download } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { badRowsCsv } from "@/components/batches/new/bad-rows-csv";
import { saveFile } from "@/components/batches/new/save-file";
import { VerdictTable } from "@/components/batches/new/verdict-table";
import type { Verdict } from "@/components/batches/new/verdict-table";
import type { RowsInState } from "@/components/batches/new/use-rows-in";
import { useProblemText } from "@/components/batches/words/use-problem-text";
import type { BatchCheck, RowTable } from "@/lib/batches/schema";

const PAGE_ROWS = 50;
const SHOWS = ["bad", "repeat", "all"] as const;
type Show = (typeof SHOWS)[number];

interface RowVerdictsProps {
  check: BatchCheck;
  table: RowTable;
  /** Null where a cell cannot be mended by itself, as in numbered rows. */
  onMend: RowsInState["mend"] | null;
}

/** What will become of which row; bad ones first, mended in place or taken home as a file. */
export function RowVerdicts({ check, table, onMend }: RowVerdictsProps) {
  const t = useTranslations("batches.check");
  const format = useFormatter();
  const problemText = useProblemText();
  const { rowCount, badCount, repeatCount } = check;
  const counts: Record<Show, number> = { bad: badCount, repeat: repeatCount, all: rowCount };
  const [show, setShow] = useState<Show>(badCount > 0 ? "bad" : repeatCount > 0 ? "repeat" : "all");
  const [most, setMost] = useState(PAGE_ROWS);
  const verdicts = useMemo(() => verdictsOf(check, show, most), [check, show, most]);

  function saveBadRows() {
    const words = {
      row: t("number"),
      reason: t("reason"),
      sentence: (bad: BatchCheck["bad"][number]) => problemText(bad.problems),
    };
    saveFile(t("badFile"), badRowsCsv(table, check.bad, words));
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ToggleButtonGroup
          aria-label={t("show")}
          selectionMode="single"
          disallowEmptySelection
          size="sm"
          selectedKeys={[show]}
          onSelectionChange={(keys) => {
            const chosen = SHOWS.find((known) => keys.has(known));
            if (!chosen) return;
            setShow(chosen);
            setMost(PAGE_ROWS);
          }}
        >
          {SHOWS.map((name) => (
            <ToggleButton key={name} id={name}>
              {t(`shows.${name}`, { count: format.number(counts[name]) })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {badCount > 0 ? (
          <Button variant="outline" size="sm" onPress={saveBadRows}>
            <Download aria-hidden className="size-4" />
            {t("saveBad")}
          </Button>
        ) : null}
      </div>
      {verdicts.length === 0 ? (
        <p className="rounded-lg border border-border px-3 py-4 text-sm text-muted">
          {t(`none.${show}`)}
        </p>
      ) : (
        <VerdictTable verdicts={verdicts} table={table} onMend={onMend} />
      )}
      {counts[show] > verdicts.length ? (
        <div className="flex items-center gap-3 text-sm text-muted">
          <span>
            {t("shown", {
              shown: format.number(verdicts.length),
              count: format.number(counts[show]),
            })}
          </span>
          <Button size="sm" variant="ghost" onPress={() => setMost(most + PAGE_ROWS)}>
            {t("showMore")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function verdictsOf({ bad, repeats, rowCount }: BatchCheck, show: Show, most: number): Verdict[] {
  if (show === "bad") return bad.slice(0, most);
  if (show === "repeat") return repeats.slice(0, most);
  const known = new Map<number, Verdict>([...bad, ...repeats].map((one) => [one.row, one]));
  return Array.from(
    { length: Math.min(rowCount, most) },
    (_, index) => known.get(index + 1) ?? { row: index + 1 },
  );
}
