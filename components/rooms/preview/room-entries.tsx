"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { PreviewedEntry } from "@/components/rooms/preview/previewed-room";

/** A guest's page tells Beijing time, whatever the reader of the preview chose. */
const TIME_ZONE = "Asia/Shanghai";

/** Entries under the headings of their days, each with what of it is not kept back. */
export function RoomEntries({ entries }: { entries: readonly PreviewedEntry[] }) {
  const format = useFormatter();
  const dayOf = ({ at }: PreviewedEntry) =>
    format.dateTime(new Date(at), { dateStyle: "full", timeZone: TIME_ZONE });
  const days = Map.groupBy(entries, dayOf);
  return [...days].map(([day, ofDay]) => (
    <section key={day}>
      <h3 className="bg-surface-secondary px-4 py-1.5 text-xs font-medium text-muted">{day}</h3>
      <ul className="divide-y divide-separator">
        {ofDay.map((entry) => (
          <RoomEntryItem key={entry.seq} entry={entry} />
        ))}
      </ul>
    </section>
  ));
}

function RoomEntryItem({ entry }: { entry: PreviewedEntry }) {
  const t = useTranslations("audit");
  const words = useTranslations("logRooms.page");
  const format = useFormatter();
  const time = format.dateTime(new Date(entry.at), {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
    timeZone: TIME_ZONE,
  });
  const facts: (readonly [term: string, value: string])[] = [
    ...entry.details,
    ...(entry.address ? [[t("address"), entry.address] as const] : []),
    ...(entry.requestId ? [[t("requestId"), entry.requestId] as const] : []),
    [t("seq"), entry.seq],
  ];
  return (
    <li className="flex flex-col gap-1 px-4 py-2.5">
      <p className="leading-5 break-words">
        <time dateTime={entry.at} className="me-2 text-xs text-muted">
          {time}
        </time>
        {entry.sentence}
      </p>
      {entry.changes.length > 0 ? (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
          {entry.changes.map(({ field, from, to }) => (
            <div key={field} className="contents">
              <dt className="text-muted">{field}</dt>
              <dd className="break-words">
                <span className="text-muted line-through">{from}</span> → {to}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <details className="text-xs">
        <summary className="w-fit cursor-pointer py-0.5 text-muted hover:text-foreground">
          {words("more")}
        </summary>
        <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
          {facts.map(([term, value]) => (
            <div key={term} className="contents">
              <dt className="text-muted">{term}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}
