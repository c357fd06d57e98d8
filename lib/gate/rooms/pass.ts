import { createHmac, timingSafeEqual } from "node:crypto";
import type { OpenRoom } from "@/lib/gate/rooms/find-room";
import type { RoomDoor } from "@/lib/gate/rooms/room-door";

const PASS_MS = 60 * 60_000;
const SHAPE = /^(\d{1,15})\.([\w-]{43})$/;

type Passed = Pick<OpenRoom, "id" | "passwordHash" | "expiresAt">;

/** The cookie of a guest who gave the password: for this room with this password, for an hour, for its address only. */
export function passCookie(door: RoomDoor, room: Passed, token: string): string {
  const nowMs = Date.now();
  const untilMs = Math.min(nowMs + PASS_MS, room.expiresAt.getTime());
  const maxAge = Math.max(1, Math.ceil((untilMs - nowMs) / 1_000));
  const limits = `Path=/room/${token}; Max-Age=${maxAge}; HttpOnly; SameSite=Strict`;
  const value = `${untilMs}.${macOf(door, room, untilMs)}`;
  return `${nameOf(door)}=${value}; ${limits}${door.isSecure ? "; Secure" : ""}`;
}

/** Whether a guest may enter: the room has no password, or they gave it lately. */
export function hasPass(door: RoomDoor, room: Passed, cookies = ""): boolean {
  if (room.passwordHash === null) return true;
  return cookies.split(";").some((cookie) => {
    const [name, value = ""] = cookie.trim().split("=");
    return name === nameOf(door) && isValid(door, room, value);
  });
}

function isValid(door: RoomDoor, room: Passed, value: string): boolean {
  const [, until, mac] = SHAPE.exec(value) ?? [];
  if (!until || !mac || Number(until) <= Date.now()) return false;
  return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(door, room, Number(until))));
}

function macOf({ passKey }: RoomDoor, { id, passwordHash }: Passed, untilMs: number): string {
  return createHmac("sha256", passKey)
    .update(`${id}\n${untilMs}\n${passwordHash ?? ""}`)
    .digest("base64url");
}

/** By https no other site of the same domain may set it. */
function nameOf({ isSecure }: RoomDoor): string {
  return isSecure ? "__Secure-mintdesk-room" : "mintdesk-room";
}
