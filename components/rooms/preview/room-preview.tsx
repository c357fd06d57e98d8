"use client";

import { Button, Skeleton, Spinner } from "@heroui/react";
import { cn } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { RoomEntries } from "@/components/rooms/preview/room-entries";
import { useRoomPreview } from "@/components/rooms/preview/use-room-preview";
import { Watermark } from "@/components/rooms/preview/watermark";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { ROOM_COUNT_MAX } from "@/lib/rooms/schema";
import type { RoomSlice } from "@/lib/rooms/schema";

interface RoomPreviewProps {
  /** Null: it shows nothing yet. */
  slice: RoomSlice | null;
  name: string;
}

/** The log as the guest of a room reads it: the same entries from the same verb, under the same watermark. */
export function RoomPreview({ slice, name }: RoomPreviewProps) {
  const t = useTranslations("logRooms.preview");
  const preview = useRoomPreview(slice);
  const { entries, entryCount, isCurrent, isLost, problem, readOlder } = preview;
  const countText = (count: number) =>
    count > ROOM_COUNT_MAX ? t("countMore", { count: ROOM_COUNT_MAX }) : t("count", { count });
  return (
    <section aria-label={t("title")} className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="text-base font-semibold">{t("title")}</h2>
        <p aria-live="polite" className="text-sm text-muted">
          {slice && entryCount !== null ? countText(entryCount) : null}
        </p>
      </div>
      <ProblemBanner problem={problem} />
      {isLost ? (
        <p role="status" className="rounded-lg bg-warning-soft px-3 py-2 text-sm">
          {t("lost")}
        </p>
      ) : null}
      <div
        aria-busy={!isCurrent}
        className={cn(
          "relative overflow-hidden rounded-lg border border-border transition-opacity",
          !isCurrent && "opacity-60",
        )}
      >
        <div
          tabIndex={0}
          role="region"
          aria-label={t("list")}
          className="max-h-[26rem] overflow-y-auto lg:max-h-[calc(100vh-20rem)]"
        >
          {slice === null ? (
            <p className="px-4 py-6 text-center text-sm text-muted">{t("noKinds")}</p>
          ) : entryCount === null ? (
            <EntriesSkeleton />
          ) : entries.length === 0 ? (
            <div className="px-4 py-6 text-center text-sm">
              <p className="font-medium">{t("none")}</p>
              <p className="text-muted">{t("noneText")}</p>
            </div>
          ) : (
            <>
              <RoomEntries entries={entries} />
              {readOlder ? (
                <div className="flex justify-center py-3">
                  <Button
                    size="sm"
                    variant="outline"
                    isPending={preview.isReadingOlder}
                    onPress={readOlder}
                  >
                    {preview.isReadingOlder ? <Spinner size="sm" color="current" /> : null}
                    {t("older")}
                  </Button>
                </div>
              ) : null}
            </>
          )}
        </div>
        <Watermark name={name.trim() || t("unnamed")} />
      </div>
    </section>
  );
}

function EntriesSkeleton() {
  return (
    <div aria-hidden className="flex flex-col gap-4 p-4">
      {[0, 1, 2, 3].map((place) => (
        <div key={place} className="flex flex-col gap-2">
          <Skeleton className="h-3.5 w-4/5 rounded" />
          <Skeleton className="h-3 w-1/3 rounded" />
        </div>
      ))}
    </div>
  );
}
