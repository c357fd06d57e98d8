import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Env } from "@/lib/env";
import type { AnswerCache } from "@/lib/gate/answer-cache";
import type { HeardScans } from "@/lib/gate/heard-scans";
import type { Limits } from "@/lib/gate/limits";
import type { LookUps } from "@/lib/gate/look-ups";
import type { GatePool } from "@/lib/gate/open-pool";
import type { PackDoor } from "@/lib/gate/packs/pack-door";
import type { RoomDoor } from "@/lib/gate/rooms/room-door";
import type { Locale } from "@/lib/i18n/locales";
import type { Words } from "@/lib/packs/words";

/** What the gate opens once and every answer is made with. */
export interface Gate {
  env: Env;
  pool: GatePool;
  cache: AnswerCache;
  lookUps: LookUps;
  heard: HeardScans;
  limits: Limits;
  packs: PackDoor;
  rooms: RoomDoor;
  wordsOf(locale: Locale): Promise<Words>;
}

/** One request, with Node's own request and response in it. */
export type Call = Context<{ Bindings: HttpBindings }>;
