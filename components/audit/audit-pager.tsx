"use client";

import { Button } from "@heroui/react";
import { ArrowLeftToLine, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { useTransition } from "react";

interface AuditPagerProps {
  next: string | null;
  isFirst: boolean;
}

/** Older entries, or back to the newest; a keyset has no page numbers. */
export function AuditPager({ next, isFirst }: AuditPagerProps) {
  const t = useTranslations("common");
  const [isPending, startTransition] = useTransition();
  const [, setCursor] = useQueryState(
    "cursor",
    parseAsString.withOptions({
      shallow: false,
      history: "push",
      scroll: true,
      startTransition,
    }),
  );
  if (isFirst && !next) return null;
  return (
    <div className="mt-3 flex justify-end gap-2">
      {isFirst ? null : (
        <Button variant="ghost" onPress={() => void setCursor(null)}>
          <ArrowLeftToLine />
          {t("newest")}
        </Button>
      )}
      {next ? (
        <Button variant="outline" isPending={isPending} onPress={() => void setCursor(next)}>
          {t("older")}
          <ArrowRight />
        </Button>
      ) : null}
    </div>
  );
}
