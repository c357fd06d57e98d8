"use client";

import { Button, Skeleton } from "@heroui/react";
import { cn } from "@heroui/styles";
import { useTranslations } from "next-intl";
import type { CodeSearch } from "@/components/palette/use-code-search";

interface SearchStatusProps {
  text: string;
  search: CodeSearch;
  hasCommands: boolean;
}

/** Says where the search for codes stands, also to those who only hear the page. */
export function SearchStatus({ text, search, hasCommands }: SearchStatusProps) {
  const t = useTranslations("frame.palette");
  const tc = useTranslations("common");
  const { is, codes, retry } = search;
  const count = codes.length;
  return (
    // That nothing was found is said first, and what can be done about it follows.
    <div role="status" className={hasCommands ? undefined : "-order-1"}>
      {is === "searching" && count === 0 ? (
        <div className="flex items-center gap-3 px-3.5 py-2.5">
          <Skeleton aria-hidden className="size-9 shrink-0 rounded-lg" />
          <p className="text-xs text-muted">{t("searching")}</p>
        </div>
      ) : null}
      {is === "failed" ? (
        <div className="flex items-center justify-between gap-3 px-3.5 py-2.5">
          <p className="text-danger-soft-foreground">{t("failed")}</p>
          <Button size="sm" variant="secondary" onPress={retry}>
            {tc("retry")}
          </Button>
        </div>
      ) : null}
      {is === "found" && count === 0 ? (
        <p className={cn("px-3.5 break-words text-muted", hasCommands ? "pt-1.5 pb-3" : "pt-3")}>
          {t(hasCommands ? "noCodes" : "nothing", { text })}
        </p>
      ) : null}
      {is === "found" && count > 0 ? <p className="sr-only">{t("found", { count })}</p> : null}
    </div>
  );
}
