"use client";

import { useTranslations } from "next-intl";
import type { RoomField } from "@/components/rooms/new/room-form-values";

/** The label of each field that can be at fault, in the order of the form. */
export function useRoomFieldLabels(): Record<RoomField, string> {
  const t = useTranslations("logRooms.new");
  return {
    name: t("name"),
    "slice.campaignIds": t("campaigns"),
    "slice.miniProgramIds": t("miniPrograms"),
    "slice.actionKinds": t("kinds"),
    "slice.from": t("from"),
    "slice.until": t("until"),
    days: t("days"),
    password: t("password"),
  };
}
