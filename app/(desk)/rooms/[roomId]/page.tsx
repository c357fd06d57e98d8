import { CopyPlus } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createLoader, parseAsString } from "nuqs/server";
import type { SearchParams } from "nuqs/server";
import { cache } from "react";
import { orNotFound } from "@/app/(desk)/or-not-found";
import { revokeRoomAction } from "@/app/(desk)/rooms/actions";
import { PageHeader } from "@/components/layout/page-header";
import { RoomEvents } from "@/components/rooms/detail/room-events";
import { RoomFacts } from "@/components/rooms/detail/room-facts";
import { RoomPreview } from "@/components/rooms/preview/room-preview";
import { RevokeRoom } from "@/components/rooms/revoke-room";
import { RoomStateChip } from "@/components/rooms/words/room-state-chip";
import { RoomsClosed } from "@/components/rooms/words/rooms-closed";
import { ButtonLink } from "@/components/ui/button-link";
import { SectionCard } from "@/components/ui/section-card";
import { TimeStamp } from "@/components/ui/time-stamp";
import { getRoom } from "@/lib/rooms/get-room";
import { RoomId } from "@/lib/rooms/schema";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";

interface RoomPageProps {
  params: Promise<{ roomId: string }>;
  searchParams: Promise<SearchParams>;
}

/** `visits`: where the page of who was there begins. */
const loadParams = createLoader({ visits: parseAsString });

/** The room or the not-found screen, read once for title and page; null for those who may not see it. */
const readRoom = cache(async (roomId: string, cursor: string | null) => {
  const ctx = await pageContext();
  if (!(await mayOpen(ctx, "rooms:write"))) return null;
  if (!RoomId.safeParse({ roomId }).success) notFound();
  const newest = () => orNotFound(getRoom(ctx, { roomId }));
  // A cursor somebody cut off or mistyped: begin at the newest.
  return cursor === null ? newest() : getRoom(ctx, { roomId, cursor }).catch(newest);
});

export async function generateMetadata({ params, searchParams }: RoomPageProps) {
  const t = await getTranslations("logRooms");
  const room = await readRoom((await params).roomId, (await loadParams(searchParams)).visits);
  return { title: room?.name ?? t("title") };
}

export default async function RoomPage({ params, searchParams }: RoomPageProps) {
  const { visits } = await loadParams(searchParams);
  const room = await readRoom((await params).roomId, visits);
  if (!room) return <RoomsClosed />;
  const t = await getTranslations("logRooms");
  return (
    <>
      <PageHeader
        trail={[{ href: "/rooms", label: t("title") }]}
        title={room.name}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <RoomStateChip state={room.state} />
            <span>
              {room.createdBy} · <TimeStamp at={room.createdAt} />
            </span>
          </span>
        }
        actions={
          <>
            <ButtonLink href={`/rooms/new?like=${room.id}`} variant="outline">
              <CopyPlus />
              {t("detail.again")}
            </ButtonLink>
            <RevokeRoom room={room} revokeRoom={revokeRoomAction} />
          </>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="flex min-w-0 flex-col gap-5">
          <RoomFacts room={room} />
          <RoomEvents room={room} isAtNewest={visits === null} />
        </div>
        <SectionCard>
          <RoomPreview slice={room.slice} name={room.name} />
        </SectionCard>
      </div>
    </>
  );
}
