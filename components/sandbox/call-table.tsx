"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import {
  BodyToggle,
  CallAnswer,
  CallBody,
  CallFault,
  CallTime,
} from "@/components/sandbox/call-parts";
import type { SandboxWords } from "@/components/sandbox/sandbox-props";
import { useSandboxWords } from "@/components/sandbox/use-sandbox-words";
import type { RequestRow } from "@/lib/sandbox-control/row-schema";

export interface ShownCalls {
  rows: readonly RequestRow[];
  /** Those whose body is shown. */
  openSeqs: ReadonlySet<number>;
  onToggle: (seq: number) => void;
  words: SandboxWords;
}

const COLUMNS = ["time", "endpoint", "miniProgram", "answer", "counted", "fault"] as const;

/** Calls as rows; each opens to its body. */
export function CallTable({ rows, openSeqs, onToggle, words }: ShownCalls) {
  const t = useTranslations("sandbox.log");
  const { endpoint } = useSandboxWords();
  return (
    // React Aria's table has no row that opens, so this one is the browser's own.
    <table aria-label={t("title")} className="w-full text-start">
      <thead className="bg-surface-secondary text-xs text-muted">
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className="px-3 py-1.5 text-start font-medium first:ps-5">
              {t(`columns.${column}`)}
            </th>
          ))}
          <th scope="col" className="w-14 py-1.5 pe-4">
            <span className="sr-only">{t("columns.body")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const isOpen = openSeqs.has(row.seq);
          const bodyId = `call-row-${row.seq}`;
          return (
            <Fragment key={row.seq}>
              <tr className="border-t border-separator">
                <td className="px-3 py-1.5 ps-5">
                  <CallTime at={row.at} />
                </td>
                <th scope="row" className="px-3 py-1.5 text-start font-normal">
                  {endpoint(row.endpoint)}
                </th>
                <td className="px-3 py-1.5">
                  <MiniProgram appid={row.appid} names={words.names} />
                </td>
                <td className="px-3 py-1.5">
                  <CallAnswer row={row} />
                </td>
                <td className="px-3 py-1.5 text-muted">
                  {row.wasCounted ? t("counted") : t("notCounted")}
                </td>
                <td className="px-3 py-1.5">
                  <CallFault row={row} />
                </td>
                <td className="py-1 pe-4 text-end">
                  <BodyToggle row={row} isOpen={isOpen} controls={bodyId} onToggle={onToggle} />
                </td>
              </tr>
              {isOpen ? (
                <tr>
                  <td colSpan={COLUMNS.length + 1} className="px-5 pb-3">
                    <CallBody id={bodyId} row={row} meanings={words.meanings} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function MiniProgram({ appid, names }: { appid: string | null; names: Record<string, string> }) {
  const t = useTranslations("sandbox.log");
  if (appid === null) return <span className="text-muted">{t("noAppid")}</span>;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      {names[appid] ? <span>{names[appid]}</span> : null}
      <code className="font-mono text-xs text-muted">{appid}</code>
    </span>
  );
}
