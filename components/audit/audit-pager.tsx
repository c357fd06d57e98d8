"use client";

import { Button } from "@heroui/react";
import { ArrowLeftToLine, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { TimeStamp } from "@/components/ui/time-stamp";

interface AuditPagerProps {
  isAtNewest: boolean;
  next: string | null;
  /** How far a search came that found little. */
  lookedBackTo: Date | null;
  onTurn: (cursor: string | null) => void;
}

/** Older entries, or back to the newest; a keyset has no page numbers. */
export function AuditPager({ isAtNewest, next, lookedBackTo, onTurn }: AuditPagerProps) {
  const t = useTranslations("audit");
  const tCommon = useTranslations("common");
  if (isAtNewest && !next) return null;
  return (
    <nav
      aria-label={t("pages")}
      className="flex flex-wrap items-center justify-end gap-2 border-t border-separator px-4 py-3"
    >
      {lookedBackTo ? (
        <p role="status" className="me-auto text-sm text-muted">
          {t("lookedBack")} <TimeStamp at={lookedBackTo} as="exact" />
        </p>
      ) : null}
      {isAtNewest ? null : (
        <Button variant="ghost" size="sm" onPress={() => onTurn(null)}>
          <ArrowLeftToLine aria-hidden className="size-4" />
          {tCommon("newest")}
        </Button>
      )}
      {next ? (
        <Button variant="outline" size="sm" onPress={() => onTurn(next)}>
          {lookedBackTo ? t("lookFurther") : tCommon("older")}
          <ArrowRight aria-hidden className="size-4" />
        </Button>
      ) : null}
    </nav>
  );
}
