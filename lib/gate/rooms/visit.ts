import type { Call, Gate } from "@/lib/gate/gate";
import { readGuest } from "@/lib/gate/pages/guest";
import type { Guest } from "@/lib/gate/pages/guest";
import { LOCALES } from "@/lib/i18n/locales";
import { hashLinkToken } from "@/lib/packs/link-token";
import { readPosition } from "@/lib/rooms/room-position";
import type { RoomPosition } from "@/lib/rooms/room-position";

interface VisitQuery {
  lang: string | undefined;
  cursor: string | undefined;
}

/** Somebody who asks for something of a room. */
export interface Visit {
  guest: Guest;
  token: string;
  tokenHash: string;
  /** What their address has behind it: a language they chose, the place of a page. */
  query: VisitQuery;
  /** Null for a place no page named. */
  position: RoomPosition | null;
}

export async function readVisit(gate: Gate, { req, env }: Call): Promise<Visit> {
  const search = new URLSearchParams(env.incoming.url?.split("?", 2)[1]);
  const lang = LOCALES.find((locale) => locale === search.get("lang"));
  const cursor = search.get("cursor") ?? undefined;
  const token = req.param("token") ?? "";
  return {
    guest: await readGuest(gate, env.incoming, "logRooms", lang ?? null),
    token,
    tokenHash: hashLinkToken(token),
    query: { lang, cursor },
    position: positionOf(cursor),
  };
}

/** The same place with something changed. */
export function queryText({ query }: Visit, changes: Partial<VisitQuery> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...changes })) {
    if (value !== undefined) search.set(name, value);
  }
  return search.size === 0 ? "" : `?${search.toString()}`;
}

function positionOf(cursor: string | undefined): RoomPosition | null {
  try {
    return readPosition(cursor);
  } catch {
    return null;
  }
}
