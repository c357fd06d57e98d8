"use client";

import { Button } from "@heroui/react";
import { DoorOpen, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { CodePager } from "@/components/codes/list/code-pager";
import { ROOM_LIST_PARAMS } from "@/components/rooms/list/room-list-params";
import { RoomCards, RoomTable } from "@/components/rooms/list/room-table";
import type { RevokeRoom } from "@/components/rooms/room-verbs";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ListBody } from "@/components/ui/list-body";
import { SectionCard } from "@/components/ui/section-card";
import type { RoomRow } from "@/lib/rooms/schema";

interface RoomListProps {
  rows: readonly RoomRow[];
  next: string | null;
  revokeRoom: RevokeRoom;
}

/** Every log room there was, the newest first. */
export function RoomList({ rows, next, revokeRoom }: RoomListProps) {
  const [isReading, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(ROOM_LIST_PARAMS, {
    shallow: false,
    history: "push",
    startTransition,
  });
  const isDeeper = params.cursor !== null;
  const goToNewest = () => void setParams({ cursor: null });
  return (
    <SectionCard isFlush>
      <ListBody
        isReading={isReading}
        table={<RoomTable rows={rows} revokeRoom={revokeRoom} />}
        cards={<RoomCards rows={rows} revokeRoom={revokeRoom} />}
        empty={rows.length > 0 ? null : isDeeper ? <NoOlder onNewest={goToNewest} /> : <NoRooms />}
      />
      <CodePager
        isAtNewest={!isDeeper}
        hasOlder={next !== null}
        onNewest={goToNewest}
        onOlder={() => void setParams({ cursor: next })}
      />
    </SectionCard>
  );
}

function NoOlder({ onNewest }: { onNewest: () => void }) {
  const t = useTranslations("logRooms");
  return (
    <EmptyState
      icon={SearchX}
      title={t("noOlder")}
      action={
        <Button variant="outline" onPress={onNewest}>
          {t("showNewest")}
        </Button>
      }
    >
      {t("noOlderText")}
    </EmptyState>
  );
}

function NoRooms() {
  const t = useTranslations("logRooms");
  return (
    <EmptyState
      icon={DoorOpen}
      title={t("none")}
      action={<ButtonLink href="/rooms/new">{t("newRoom")}</ButtonLink>}
    >
      {t("noneText")}
    </EmptyState>
  );
}
