import type { MadeRoom, MakeRoomInput, RoomId } from "@/lib/rooms/schema";
import type { ActionResult } from "@/lib/web/define-action";

export type MakeRoom = (input: MakeRoomInput) => Promise<ActionResult<MadeRoom>>;
export type RevokeRoom = (input: RoomId) => Promise<ActionResult<unknown>>;
