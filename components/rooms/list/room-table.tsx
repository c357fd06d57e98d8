"use client";

import { Table } from "@heroui/react";
import { FileDown, KeyRound } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { RevokeRoom } from "@/components/rooms/revoke-room";
import type { RevokeRoom as Revoke } from "@/components/rooms/room-verbs";
import { RoomStateChip } from "@/components/rooms/words/room-state-chip";
import { useSliceWords } from "@/components/rooms/words/use-slice-words";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { RowTable } from "@/components/ui/row-table";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { RoomRow } from "@/lib/rooms/schema";

interface RoomRowsProps {
  rows: readonly RoomRow[];
  revokeRoom: Revoke;
}

/** Rooms as rows: for whom and what it shows, its state and end, how often it was opened, who made it. */
export function RoomTable({ rows, revokeRoom }: RoomRowsProps) {
  const t = useTranslations("logRooms");
  return (
    <RowTable
      label={t("title")}
      columns={
        <>
          <Table.Column isRowHeader className="w-2/5">
            {t("columns.name")}
          </Table.Column>
          <Table.Column>{t("columns.state")}</Table.Column>
          <Table.Column>{t("columns.ends")}</Table.Column>
          <Table.Column>{t("columns.opened")}</Table.Column>
          <Table.Column>{t("columns.creator")}</Table.Column>
          <Table.Column>
            <span className="sr-only">{t("columns.revoke")}</span>
          </Table.Column>
        </>
      }
    >
      {rows.map((room) => (
        <Table.Row key={room.id} id={room.id} textValue={room.name}>
          <Table.Cell>
            <span className="block max-w-md min-w-56">
              <Link
                href={`/rooms/${room.id}`}
                className="block truncate font-medium hover:underline"
              >
                {room.name}
              </Link>
              <SliceLine room={room} className="line-clamp-2" />
            </span>
          </Table.Cell>
          <Table.Cell>
            <span className="flex max-w-40 flex-wrap items-center gap-x-2 gap-y-1">
              <RoomStateChip state={room.state} />
              <RoomMarks room={room} />
            </span>
          </Table.Cell>
          <Table.Cell className="text-muted">
            <RoomEnd room={room} />
          </Table.Cell>
          <Table.Cell>
            <OpenedOften room={room} />
          </Table.Cell>
          <Table.Cell>
            <span className="flex items-center gap-2 whitespace-nowrap" title={room.createdBy}>
              <PersonAvatar name={room.createdBy} />
              <span className="max-w-24 truncate">{room.createdBy}</span>
            </span>
          </Table.Cell>
          <Table.Cell className="text-end">
            <RevokeRoom room={room} revokeRoom={revokeRoom} size="sm" />
          </Table.Cell>
        </Table.Row>
      ))}
    </RowTable>
  );
}

/** Rooms on a phone: a row becomes a card. */
export function RoomCards({ rows, revokeRoom }: RoomRowsProps) {
  const t = useTranslations("logRooms");
  return (
    <ul aria-label={t("title")} className="divide-y divide-separator">
      {rows.map((room) => (
        <li key={room.id} className="flex flex-col gap-2 px-4 py-3">
          <Link href={`/rooms/${room.id}`} className="flex flex-col gap-1">
            <span className="font-medium break-words">{room.name}</span>
            <SliceLine room={room} />
          </Link>
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <RoomStateChip state={room.state} />
            <RoomMarks room={room} />
          </span>
          <div className="flex items-end justify-between gap-3 text-xs text-muted">
            <div className="flex flex-col gap-0.5">
              <span>
                {t(room.state === "open" ? "ends" : "ended")} <RoomEnd room={room} />
              </span>
              <OpenedOften room={room} words="openedOften" />
              <span>{room.createdBy}</span>
            </div>
            <RevokeRoom room={room} revokeRoom={revokeRoom} size="sm" />
          </div>
        </li>
      ))}
    </ul>
  );
}

function SliceLine({ room, className = "" }: { room: RoomRow; className?: string }) {
  const { line } = useSliceWords(room);
  return <span className={`text-xs text-muted ${className}`}>{line}</span>;
}

/** When it ends or ended: by its day, or by somebody's hand. */
function RoomEnd({ room: { expiresAt, revokedAt } }: { room: RoomRow }) {
  return <TimeStamp at={revokedAt ?? expiresAt} />;
}

interface OpenedOftenProps {
  room: RoomRow;
  /** Under a heading the number is enough. */
  words?: "openedCount" | "openedOften";
}

function OpenedOften({ room, words = "openedCount" }: OpenedOftenProps) {
  const { openCount, lastOpenedAt } = room;
  const t = useTranslations("logRooms");
  return (
    <span className="flex flex-col">
      <span className={openCount === 0 ? "text-muted" : ""}>
        {openCount === 0 ? t("notOpened") : t(words, { count: openCount })}
      </span>
      {lastOpenedAt ? (
        <span className="text-xs text-muted">
          {t("lastOpened")} <TimeStamp at={lastOpenedAt} />
        </span>
      ) : null}
    </span>
  );
}

function RoomMarks({ room: { hasPassword, mayExport } }: { room: RoomRow }) {
  const t = useTranslations("logRooms");
  return (
    <>
      {hasPassword ? <Mark icon={KeyRound} text={t("hasPassword")} /> : null}
      {mayExport ? <Mark icon={FileDown} text={t("mayExport")} /> : null}
    </>
  );
}

function Mark({ icon: Icon, text }: { icon: LucideIcon; text: string }) {
  return (
    <span className="inline-flex items-center gap-1 text-xs whitespace-nowrap text-muted">
      <Icon aria-hidden className="size-3" />
      {text}
    </span>
  );
}
