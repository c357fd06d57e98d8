"use client";

import { useFormContext } from "react-hook-form";
import type { RoomFormValues } from "@/components/rooms/new/room-form-values";

/** The form of a new log room, from wherever inside it. */
export function useRoomForm() {
  return useFormContext<RoomFormValues, unknown, RoomFormValues>();
}
