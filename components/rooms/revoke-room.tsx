"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { RevokeRoom as Revoke } from "@/components/rooms/room-verbs";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import type { RoomRow } from "@/lib/rooms/schema";

interface RevokeRoomProps {
  room: Pick<RoomRow, "id" | "name" | "state">;
  revokeRoom: Revoke;
  size?: "sm" | "md";
}

/** Ends an open room at once, after asking; a room that is over needs no button. */
export function RevokeRoom({
  room: { id, name, state },
  revokeRoom,
  size = "md",
}: RevokeRoomProps) {
  const t = useTranslations("logRooms");
  const { run, isPending, problem } = useRefreshingAction(revokeRoom);
  const [isAsked, setAsked] = useState(false);

  async function revoke() {
    if (await run({ roomId: id }, t("revoked", { name }))) setAsked(false);
  }

  if (state !== "open") return null;
  return (
    <>
      <Button
        size={size}
        variant="danger-soft"
        aria-label={t("revokeOf", { name })}
        onPress={() => setAsked(true)}
      >
        {t("revoke")}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        onOpenChange={setAsked}
        title={t("revokeTitle", { name })}
        confirmLabel={t("revoke")}
        isPending={isPending}
        onConfirm={() => void revoke()}
      >
        <div className="flex flex-col gap-2">
          <ProblemBanner problem={problem} />
          <p>{t("revokeText")}</p>
        </div>
      </ConfirmDialog>
    </>
  );
}
