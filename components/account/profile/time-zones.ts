export interface Zone {
  /** An IANA name, such as Asia/Shanghai. */
  id: string;
  /** What people call it, such as “China Standard Time · GMT+8”. */
  words: string;
}

const BEIJING = "Asia/Shanghai";

/** Every time zone this browser knows, Beijing's first, with words in the person's language. */
export function timeZones(locale: string, chosen: string | null, now: Date): Zone[] {
  const others = new Set([...(chosen ? [chosen] : []), ...Intl.supportedValuesOf("timeZone")]);
  others.delete(BEIJING);
  return [BEIJING, ...[...others].toSorted()].map((id) => ({
    id,
    words: [zoneWord(locale, id, "long", now), zoneWord(locale, id, "shortOffset", now)].join(
      " · ",
    ),
  }));
}

function zoneWord(
  locale: string,
  timeZone: string,
  timeZoneName: "long" | "shortOffset",
  now: Date,
): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(now);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}
