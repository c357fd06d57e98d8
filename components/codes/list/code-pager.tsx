"use client";

import { Button } from "@heroui/react";
import { ChevronsLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";

interface CodePagerProps {
  isAtNewest: boolean;
  hasOlder: boolean;
  onNewest: () => void;
  onOlder: () => void;
}

/** Deeper or back to the top; the browser's own “back” goes one page up. */
export function CodePager({ isAtNewest, hasOlder, onNewest, onOlder }: CodePagerProps) {
  const t = useTranslations("codes.list");
  if (isAtNewest && !hasOlder) return null;
  return (
    <nav
      aria-label={t("pages")}
      className="flex justify-end gap-2 border-t border-separator px-4 py-3"
    >
      {isAtNewest ? null : (
        <Button variant="outline" size="sm" onPress={onNewest}>
          <ChevronsLeft aria-hidden className="size-4" />
          {t("newest")}
        </Button>
      )}
      {hasOlder ? (
        <Button variant="outline" size="sm" onPress={onOlder}>
          {t("older")}
          <ChevronRight aria-hidden className="size-4" />
        </Button>
      ) : null}
    </nav>
  );
}
