"use client";

import { Button } from "@heroui/react";
import { ArrowLeftToLine, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import { BatchRowItem } from "@/components/batches/detail/batch-row-item";
import { EditRowDialog } from "@/components/batches/detail/edit-row-dialog";
import type { EditRow } from "@/components/batches/detail/edit-row-dialog";
import { useBatchRows } from "@/components/batches/detail/use-batch-rows";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { ListSkeleton } from "@/components/ui/list-skeleton";
import { ReadAgain } from "@/components/ui/read-again";
import { SectionCard } from "@/components/ui/section-card";
import type { BatchDetail, BatchRowState } from "@/lib/batches/progress-schema";
import { BatchRowFilter } from "@/lib/batches/schema";

const PARAMS = {
  show: parseAsStringLiteral(BatchRowFilter.options).withDefault("all"),
  cursor: parseAsString,
};

interface BatchRowsProps {
  batch: BatchDetail;
  /** Null where the person may only look. */
  editRow: EditRow | null;
  onEdited: () => void;
}

/** Every row of the input and what became of it. */
export function BatchRows({ batch, editRow, onEdited }: BatchRowsProps) {
  const t = useTranslations("batches.detailRows");
  const [{ show, cursor }, setParams] = useQueryStates(PARAMS, { history: "push" });
  const { data, isError, isPlaceholderData, refetch } = useBatchRows(batch, show, cursor);
  const [edited, setEdited] = useState<BatchRowState | null>(null);
  const mayEdit = editRow !== null && ["running", "paused", "done"].includes(batch.status);
  return (
    <SectionCard
      isFlush
      title={t("title")}
      actions={
        <ChoiceSelect
          isLabelHidden
          label={t("filter")}
          className="w-40"
          value={show}
          onChange={(value) => {
            const chosen = BatchRowFilter.safeParse(value).data;
            if (chosen) void setParams({ show: chosen, cursor: null });
          }}
          options={BatchRowFilter.options.map((name) => ({ id: name, label: t(`show.${name}`) }))}
        />
      }
    >
      <div
        aria-busy={data === undefined || isPlaceholderData}
        className={`border-t border-separator transition-opacity ${isPlaceholderData ? "opacity-60" : ""}`}
      >
        {isError ? (
          <div className="px-5 py-4">
            <ReadAgain
              text={t("failed")}
              label={t("again")}
              onPress={() => void (cursor ? setParams({ cursor: null }) : refetch())}
            />
          </div>
        ) : null}
        {data === undefined && !isError ? <ListSkeleton rows={5} /> : null}
        {data && !isError && data.rows.length === 0 ? (
          <p className="px-5 py-8 text-center text-muted">{t("none")}</p>
        ) : null}
        {data && data.rows.length > 0 ? (
          <ul aria-label={t("title")} className="divide-y divide-separator">
            {data.rows.map((row) => (
              <BatchRowItem
                key={row.row}
                row={row}
                onEdit={mayEdit && row.state === "refused" ? () => setEdited(row) : undefined}
              />
            ))}
          </ul>
        ) : null}
      </div>
      {cursor || data?.next ? (
        <nav
          aria-label={t("pages")}
          className="flex justify-end gap-2 border-t border-separator px-4 py-3"
        >
          {cursor ? (
            <Button variant="ghost" size="sm" onPress={() => void setParams({ cursor: null })}>
              <ArrowLeftToLine aria-hidden className="size-4" />
              {t("first")}
            </Button>
          ) : null}
          {data?.next ? (
            <Button
              variant="outline"
              size="sm"
              onPress={() => void setParams({ cursor: data.next })}
            >
              {t("next")}
              <ArrowRight aria-hidden className="size-4" />
            </Button>
          ) : null}
        </nav>
      ) : null}
      {edited && editRow ? (
        <EditRowDialog
          key={edited.row}
          row={edited}
          kind={batch.kind}
          editRow={editRow}
          onClose={() => setEdited(null)}
          onEdited={onEdited}
        />
      ) : null}
    </SectionCard>
  );
}
