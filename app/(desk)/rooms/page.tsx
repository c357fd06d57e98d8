import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { createLoader } from "nuqs/server";
import type { SearchParams } from "nuqs/server";
import { revokeRoomAction } from "@/app/(desk)/rooms/actions";
import { PageHeader } from "@/components/layout/page-header";
import { RoomList } from "@/components/rooms/list/room-list";
import { ROOM_LIST_PARAMS } from "@/components/rooms/list/room-list-params";
import { RoomsClosed } from "@/components/rooms/words/rooms-closed";
import { ButtonLink } from "@/components/ui/button-link";
import { DomainError } from "@/lib/core/errors";
import { listRooms } from "@/lib/rooms/list-rooms";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";

const loadParams = createLoader(ROOM_LIST_PARAMS);

export async function generateMetadata() {
  const t = await getTranslations("logRooms");
  return { title: t("title") };
}

export default async function RoomsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext();
  if (!(await mayOpen(ctx, "rooms:write"))) return <RoomsClosed />;
  const t = await getTranslations("logRooms");
  const { cursor } = await loadParams(searchParams);
  const page = await listRooms(ctx, { cursor: cursor ?? undefined }).catch((error: unknown) => {
    // A cursor somebody cut off or mistyped: begin at the newest.
    if (error instanceof DomainError && error.field === "cursor") return listRooms(ctx, {});
    throw error;
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <ButtonLink href="/rooms/new">
            <Plus />
            {t("newRoom")}
          </ButtonLink>
        }
      />
      <RoomList rows={page.rows} next={page.next} revokeRoom={revokeRoomAction} />
    </>
  );
}
