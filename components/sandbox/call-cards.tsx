"use client";

import { useTranslations } from "next-intl";
import {
  BodyToggle,
  CallAnswer,
  CallBody,
  CallFault,
  CallTime,
} from "@/components/sandbox/call-parts";
import type { ShownCalls } from "@/components/sandbox/call-table";
import { useSandboxWords } from "@/components/sandbox/use-sandbox-words";

/** Calls on a phone: a row becomes a card. */
export function CallCards({ rows, openSeqs, onToggle, words }: ShownCalls) {
  const t = useTranslations("sandbox.log");
  const { endpoint } = useSandboxWords();
  return (
    <ul className="divide-y divide-separator">
      {rows.map((row) => {
        const isOpen = openSeqs.has(row.seq);
        const bodyId = `call-card-${row.seq}`;
        return (
          <li key={row.seq} className="flex flex-col gap-2 py-2.5 ps-5 pe-3">
            <div className="flex items-start gap-2">
              <div className="flex min-w-0 flex-1 flex-col gap-1">
                <span className="font-medium">{endpoint(row.endpoint)}</span>
                <span className="font-mono text-xs break-all text-muted">
                  {row.appid ?? t("noAppid")}
                </span>
                <span className="flex flex-wrap items-center gap-1.5 text-xs">
                  <CallAnswer row={row} />
                  <CallFault row={row} />
                  {row.wasCounted ? <span>{t("countedLong")}</span> : null}
                </span>
                <span className="text-xs">
                  <CallTime at={row.at} />
                </span>
              </div>
              <BodyToggle row={row} isOpen={isOpen} controls={bodyId} onToggle={onToggle} />
            </div>
            {isOpen ? <CallBody id={bodyId} row={row} meanings={words.meanings} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
