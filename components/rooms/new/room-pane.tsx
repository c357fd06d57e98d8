"use client";

import { Card } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { toSlice } from "@/components/rooms/new/room-form-values";
import type { RoomFormValues } from "@/components/rooms/new/room-form-values";
import { useRoomForm } from "@/components/rooms/new/use-room-form";
import { RoomPreview } from "@/components/rooms/preview/room-preview";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { OPEN_ROOMS_MAX } from "@/lib/rooms/schema";
import type { PublicError } from "@/lib/web/public-error";

interface RoomPaneProps {
  problem: PublicError | null;
  isPending: boolean;
}

/** Beside the form: what the guest will see of the log as it is now, and the button. */
export function RoomPane({ problem, isPending }: RoomPaneProps) {
  const t = useTranslations("logRooms.new");
  const { control } = useRoomForm();
  const { slice, name } = useWatch({
    control,
    compute: ({ slice, name }: RoomFormValues) => structuredClone({ slice, name }),
  });
  return (
    <Card className="gap-4 border border-border p-4 lg:sticky lg:top-16">
      <RoomPreview slice={slice.actionKinds.length === 0 ? null : toSlice(slice)} name={name} />
      <ProblemBanner problem={problem} />
      <div className="flex flex-col gap-2">
        <SubmitButton fullWidth isPending={isPending}>
          {t("submit")}
        </SubmitButton>
        <p className="text-xs text-muted">{t("limit", { most: OPEN_ROOMS_MAX })}</p>
      </div>
    </Card>
  );
}
