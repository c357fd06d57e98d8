"use client";

import { Button } from "@heroui/react";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { PAGE_ROWS } from "@/components/batches/new/check/use-draft-rows";

interface PageStepsProps {
  /** Rows on this page, of so many. */
  shown: number;
  count: number;
  /** Where each page began, from the first one on. */
  pages: readonly number[];
  next: number | null;
  onChange: (pages: number[]) => void;
}

/** To the page before and the one behind; nothing where all fits on one. */
export function PageSteps({ shown, count, pages, next, onChange }: PageStepsProps) {
  const t = useTranslations("batches.check");
  const format = useFormatter();
  if (pages.length === 1 && count <= PAGE_ROWS) return null;
  const first = (pages.length - 1) * PAGE_ROWS;
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-3 text-sm text-muted">
      <span role="status">
        {shown === 0
          ? null
          : t("shown", {
              first: format.number(first + 1),
              last: format.number(first + shown),
              count: format.number(count),
            })}
      </span>
      {pages.length > 1 ? (
        <Button size="sm" variant="ghost" onPress={() => onChange(pages.slice(0, -1))}>
          <ArrowLeft aria-hidden className="size-4" />
          {t("previousPage")}
        </Button>
      ) : null}
      {next === null ? null : (
        <Button size="sm" variant="ghost" onPress={() => onChange([...pages, next])}>
          {t("nextPage")}
          <ArrowRight aria-hidden className="size-4" />
        </Button>
      )}
    </nav>
  );
}
