"use client";

import { cn } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { differences } from "@/components/scenes/detail/differences";
import type { Meaning } from "@/components/scenes/detail/differences";

interface DifferenceTableProps {
  before: Meaning;
  after: Meaning;
}

/** Field by field, what it is and what it will be. */
export function DifferenceTable({ before, after }: DifferenceTableProps) {
  const t = useTranslations("scenes.detail.difference");
  const found = differences(before, after);
  if (found.length === 0) return <p className="text-sm text-muted">{t("none")}</p>;

  function shown(path: string, value: unknown) {
    if (value === undefined || value === null) return <span className="text-muted">—</span>;
    if (typeof value !== "string") return JSON.stringify(value);
    return value || <span className="text-muted">{path === "" ? t("homePage") : t("empty")}</span>;
  }

  return (
    <div className="overflow-x-auto rounded-lg border border-border">
      <table className="w-full text-sm">
        <caption className="sr-only">{t("title")}</caption>
        <thead className="bg-surface-secondary text-xs text-muted">
          <tr>
            <th className="px-3 py-1.5 text-start font-medium">{t("field")}</th>
            <th className="px-3 py-1.5 text-start font-medium">{t("from")}</th>
            <th className="px-3 py-1.5 text-start font-medium">{t("to")}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-separator">
          {found.map(({ path, from, to }) => (
            <tr key={path}>
              <th scope="row" className="px-3 py-1.5 text-start font-normal break-all text-muted">
                {path === "" ? t("page") : path}
              </th>
              <td
                className={cn(
                  "px-3 py-1.5 break-all",
                  from !== undefined && from !== null && "line-through decoration-muted",
                )}
              >
                {shown(path, from)}
              </td>
              <td className="px-3 py-1.5 font-medium break-all">{shown(path, to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
