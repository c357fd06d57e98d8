"use server";

import { makeRoom } from "@/lib/rooms/make-room";
import { revokeRoom } from "@/lib/rooms/revoke-room";
import { defineAction } from "@/lib/web/define-action";

export const makeRoomAction = defineAction(makeRoom);
export const revokeRoomAction = defineAction(revokeRoom);
