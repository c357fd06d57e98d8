"use client";

import { DoorOpen, FileDown, KeyRound } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { SectionCard } from "@/components/ui/section-card";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { RoomDetail, RoomEventKind } from "@/lib/rooms/schema";

const ICONS: Record<RoomEventKind, LucideIcon> = {
  opened: DoorOpen,
  wrong_password: KeyRound,
  exported: FileDown,
};

interface RoomEventsProps {
  room: Pick<RoomDetail, "id" | "events" | "nextEvents">;
  isAtNewest: boolean;
}

/** Who was at the room, when and from where, the newest first. */
export function RoomEvents({ room: { id, events, nextEvents }, isAtNewest }: RoomEventsProps) {
  const t = useTranslations("logRooms.events");
  return (
    <SectionCard isFlush title={t("title")} description={t("text")}>
      {events.length === 0 ? (
        <p className="px-5 pb-5 text-muted">{t("none")}</p>
      ) : (
        <ul
          aria-label={t("title")}
          className="max-h-96 divide-y divide-separator overflow-y-auto border-t border-separator"
        >
          {events.map(({ id: eventId, kind, at, address }) => {
            const Icon = ICONS[kind];
            return (
              <li
                key={eventId}
                className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-5 py-2.5"
              >
                <Icon aria-hidden className="size-4 shrink-0 text-muted" />
                <span className={kind === "wrong_password" ? "text-warning-soft-foreground" : ""}>
                  {t(kind)}
                </span>
                <span className="font-mono text-xs text-muted">{address ?? t("noAddress")}</span>
                <span className="ms-auto text-xs text-muted">
                  <TimeStamp at={at} as="exact" />
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {isAtNewest && nextEvents === null ? null : (
        <div className="flex justify-end gap-2 border-t border-separator px-4 py-3">
          {isAtNewest ? null : (
            <ButtonLink href={`/rooms/${id}`} variant="outline" size="sm">
              {t("newest")}
            </ButtonLink>
          )}
          {nextEvents === null ? null : (
            <ButtonLink
              href={`/rooms/${id}?visits=${encodeURIComponent(nextEvents)}`}
              variant="outline"
              size="sm"
            >
              {t("older")}
            </ButtonLink>
          )}
        </div>
      )}
    </SectionCard>
  );
}
