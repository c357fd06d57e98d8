import { getTranslations } from "next-intl/server";
import { createLoader, parseAsString } from "nuqs/server";
import type { SearchParams } from "nuqs/server";
import { orNotFound } from "@/app/(desk)/or-not-found";
import { makeRoomAction } from "@/app/(desk)/rooms/actions";
import { PageHeader } from "@/components/layout/page-header";
import { NewRoomForm } from "@/components/rooms/new/new-room-form";
import { emptyRoomForm, roomFormLike } from "@/components/rooms/new/room-form-values";
import { RoomsClosed } from "@/components/rooms/words/rooms-closed";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { listMiniPrograms } from "@/lib/mini-programs/list-mini-programs";
import { beijingDay } from "@/lib/quota/beijing-day";
import { getRoom } from "@/lib/rooms/get-room";
import { RoomId } from "@/lib/rooms/schema";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

/** `like`: a room whose choices the form begins with. */
const loadParams = createLoader({ like: parseAsString });

export async function generateMetadata() {
  const t = await getTranslations("logRooms.new");
  return { title: t("title") };
}

export default async function NewRoomPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { userId } = await requirePerson();
  const ctx = await pageContext();
  if (!(await mayOpen(ctx, "rooms:write"))) return <RoomsClosed />;
  const t = await getTranslations("logRooms");
  const wanted = RoomId.safeParse({ roomId: (await loadParams(searchParams)).like });
  const like = wanted.data?.roomId ?? null;
  const today = beijingDay(ctx.now());
  const [model, campaigns, miniPrograms] = await Promise.all([
    like === null ? null : orNotFound(getRoom(ctx, { roomId: like })),
    listCampaigns(ctx),
    listMiniPrograms(ctx, { includeArchived: true }),
  ]);
  return (
    <>
      <PageHeader
        trail={[{ href: "/rooms", label: t("title") }]}
        title={t("new.title")}
        description={t("new.description")}
      />
      <NewRoomForm
        key={like}
        draftKey={like === null ? userId : `${userId}-${like}`}
        start={model ? roomFormLike(today, model.slice) : emptyRoomForm(today)}
        campaigns={campaigns.map(({ id, name }) => ({ id, name }))}
        miniPrograms={miniPrograms.map(({ id, name }) => ({ id, name }))}
        makeRoom={makeRoomAction}
      />
    </>
  );
}
