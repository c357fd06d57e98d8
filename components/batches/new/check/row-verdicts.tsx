"use client";

import { Button, ToggleButton, ToggleButtonGroup } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { RefObject } from "react";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { BadRowFiles } from "@/components/batches/new/check/bad-row-files";
import { PageSteps } from "@/components/batches/new/check/page-steps";
import { useDraftRows } from "@/components/batches/new/check/use-draft-rows";
import { VerdictTable } from "@/components/batches/new/check/verdict-table";
import type { CellPlace } from "@/components/batches/new/check/verdict-table";
import { ListSkeleton } from "@/components/ui/list-skeleton";
import { DraftRowFilter } from "@/lib/batches/draft-schema";
import type { BatchCheck } from "@/lib/batches/draft-schema";

const SHOWS = ["bad", "repeats", "all"] as const satisfies readonly DraftRowFilter[];

interface RowVerdictsProps {
  check: BatchCheck;
  columns: readonly string[];
  values: BatchFormValues;
  /** Whether it is the answer for the form as it stands. */
  isCurrent: boolean;
  isMending: boolean;
  onMend: ((place: CellPlace, text: string) => void) | null;
}

/** What will become of which row, a page at a time; bad ones first, mended in place or taken home as a file. */
export function RowVerdicts(props: RowVerdictsProps) {
  const { check, columns, values, isCurrent, isMending, onMend } = props;
  const t = useTranslations("batches.check");
  const format = useFormatter();
  const { draftId, rowCount, badCount, repeatCount } = check;
  const counts = { bad: badCount, repeats: repeatCount, all: rowCount };
  const first = badCount > 0 ? "bad" : repeatCount > 0 ? "repeats" : "all";
  const [show, setShow] = useState<DraftRowFilter>(first);
  const [known, setKnown] = useState({ draftId, first });
  /** Where each page began, from the first one on. */
  const [pages, setPages] = useState([0]);
  const after = pages.at(-1) ?? 0;
  if (known.draftId !== draftId) {
    setKnown({ draftId, first });
    setPages([0]);
    if (known.first !== first) setShow(first);
  }
  const { data, isError, isPlaceholderData, refetch } = useDraftRows(check, {
    show,
    after,
    isCurrent,
  });
  const place = useRef<HTMLDivElement>(null);
  useFocusAfterMending(place, data);

  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-2 outline-none">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ToggleButtonGroup
          aria-label={t("show")}
          selectionMode="single"
          disallowEmptySelection
          size="sm"
          className="max-w-full justify-start overflow-x-auto"
          selectedKeys={[show]}
          onSelectionChange={(keys) => {
            const chosen = SHOWS.find((known) => keys.has(known));
            if (!chosen) return;
            setShow(chosen);
            setPages([0]);
          }}
        >
          {SHOWS.map((name) => (
            <ToggleButton key={name} id={name}>
              {t(`shows.${name}`, { count: format.number(counts[name]) })}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {badCount > 0 && isCurrent ? <BadRowFiles draftId={draftId} /> : null}
      </div>
      {isError ? (
        <p role="alert" className="flex flex-wrap items-center gap-3 text-sm">
          {t("rowsFailed")}
          <Button size="sm" variant="outline" onPress={() => void refetch()}>
            {t("rowsAgain")}
          </Button>
        </p>
      ) : null}
      {!data && !isError ? <ListSkeleton rows={3} /> : null}
      {data ? (
        <div
          aria-busy={isPlaceholderData || isMending}
          className={`transition-opacity ${isPlaceholderData ? "opacity-60" : ""}`}
        >
          {data.rows.length === 0 ? (
            <p className="rounded-lg border border-border px-3 py-4 text-sm text-muted">
              {t(`none.${show}`)}
            </p>
          ) : (
            <VerdictTable rows={data.rows} columns={columns} values={values} onMend={onMend} />
          )}
        </div>
      ) : null}
      <PageSteps
        shown={data?.rows.length ?? 0}
        count={counts[show]}
        pages={pages}
        next={isCurrent && !isPlaceholderData ? (data?.next ?? null) : null}
        onChange={setPages}
      />
    </div>
  );
}

/** A mended row may leave the list and take the focus with it: the next cell to be mended gets it. */
function useFocusAfterMending(place: RefObject<HTMLDivElement | null>, rows: unknown) {
  const hadFocus = useRef(false);
  useEffect(() => {
    const within = place.current;
    if (!within) return;
    const note = () => {
      hadFocus.current = true;
    };
    const forget = (event: FocusEvent) => {
      // A cell that goes away loses the focus to nothing; a person takes it somewhere.
      if (event.relatedTarget instanceof Node) hadFocus.current = false;
    };
    within.addEventListener("focusin", note);
    within.addEventListener("focusout", forget);
    return () => {
      within.removeEventListener("focusin", note);
      within.removeEventListener("focusout", forget);
    };
  }, [place]);
  const keepFocus = useEffectEvent((shown: unknown) => {
    if (!shown || !hadFocus.current || document.activeElement !== document.body) return;
    const next = place.current?.querySelector<HTMLElement>("[data-mendable]");
    (next ?? place.current)?.focus();
  });
  useEffect(() => keepFocus(rows), [rows]);
}
