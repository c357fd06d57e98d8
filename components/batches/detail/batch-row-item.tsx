"use client";

import { Button } from "@heroui/react";
import { CircleSlash, Pencil } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useProblemText } from "@/components/batches/words/use-problem-text";
import { TargetText } from "@/components/codes/list/target-text";
import { CodeStatusChip } from "@/components/codes/words/code-status-chip";
import { CodeThumbnail } from "@/components/codes/words/code-thumbnail";
import { StatusChip } from "@/components/ui/status-chip";
import { TextLink } from "@/components/ui/text-link";
import type { BatchRowState } from "@/lib/batches/progress-schema";

interface BatchRowItemProps {
  row: BatchRowState;
  /** Absent where there is nothing to put right. */
  onEdit: (() => void) | undefined;
}

/** One row: its picture, its name, what it leads to, and why it has none if it has none. */
export function BatchRowItem({ row, onEdit }: BatchRowItemProps) {
  const t = useTranslations("batches.detailRows");
  const { state, label, codeId, target, scene } = row;
  return (
    <li className="flex items-start gap-3 px-5 py-3">
      <span className="w-12 shrink-0 pt-2.5 text-end text-xs text-muted">{row.row}</span>
      {state === "skipped" || !codeId ? (
        <span className="grid size-10 shrink-0 place-items-center rounded-lg border border-border">
          <CircleSlash aria-hidden className="size-5 text-muted" strokeWidth={1.5} />
        </span>
      ) : (
        <CodeThumbnail
          codeId={codeId}
          status={state}
          className="size-10"
          alt={state === "minted" ? t("alt", { label }) : ""}
        />
      )}
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <span className="max-w-full min-w-0 truncate font-medium">
            {codeId && state !== "skipped" ? (
              <Link href={`/codes/${codeId}`} className="hover:underline">
                {label || "—"}
              </Link>
            ) : (
              label || "—"
            )}
          </span>
          {state === "skipped" ? (
            <StatusChip tone="default" icon={CircleSlash}>
              {t("skipped")}
            </StatusChip>
          ) : (
            <CodeStatusChip status={state} heldUntil={row.heldUntil} />
          )}
        </div>
        {target === null ? null : <TargetText target={target} scene={scene} serial={row.serial} />}
        <RowReason row={row} />
        {onEdit ? (
          <Button size="sm" variant="outline" className="mt-1.5" onPress={onEdit}>
            <Pencil aria-hidden className="size-3.5" />
            {t("edit")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function RowReason({ row: { failure, skip, codeId } }: { row: BatchRowState }) {
  const t = useTranslations("batches.detailRows");
  const problemText = useProblemText();
  const language = useLocale().startsWith("zh") ? "zh" : "en";
  if (failure) {
    const { cause, fix } = failure.words[language];
    return (
      <p className="text-xs text-danger-soft-foreground">
        {cause} {fix}
      </p>
    );
  }
  if (!skip) return null;
  if (skip.why === "bad") {
    return <p className="text-xs text-danger-soft-foreground">{problemText(skip.problems)}</p>;
  }
  return (
    <p className="text-xs text-muted">
      {skip.ofRow === null ? t("sameCode") : t("sameRow", { row: skip.ofRow })}{" "}
      {codeId ? <TextLink href={`/codes/${codeId}`}>{t("openCode")}</TextLink> : null}
    </p>
  );
}
