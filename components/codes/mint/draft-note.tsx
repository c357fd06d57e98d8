"use client";

import { Button } from "@heroui/react";
import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { TimeStamp } from "@/components/ui/time-stamp";

interface DraftNoteProps {
  restoredAt: Date;
  onClear: () => void;
}

/** Says that what stands in the form was typed before, and offers an empty one. */
export function DraftNote({ restoredAt, onClear }: DraftNoteProps) {
  const t = useTranslations("newCode.draft");
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-xl border border-border bg-surface-secondary px-4 py-2"
    >
      <History aria-hidden className="size-4 shrink-0 text-muted" />
      <p className="flex-1">
        {t("restored")} <TimeStamp at={restoredAt} />
      </p>
      <Button size="sm" variant="ghost" onPress={onClear}>
        {t("clear")}
      </Button>
    </div>
  );
}
