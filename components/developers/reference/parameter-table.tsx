"use client";

import { useTranslations } from "next-intl";
import { PlainWords } from "@/components/developers/reference/plain-words";
import { ShapeNotes } from "@/components/developers/schema/shape-notes";
import { shapeOf } from "@/components/developers/schema/shape-of";
import type { Parameter, Schemas } from "@/components/developers/reference/reference";

interface ParameterTableProps {
  parameters: readonly Parameter[];
  schemas: Schemas;
}

/** Parameters of path, query and headers: name, place, type, whether it must be there, what it means. */
export function ParameterTable({ parameters, schemas }: ParameterTableProps) {
  const t = useTranslations("developers");
  if (parameters.length === 0) return null;
  return (
    <div
      role="region"
      aria-label={t("parameters")}
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-border"
    >
      <table className="w-full min-w-130 text-sm">
        <caption className="sr-only">{t("parameters")}</caption>
        <thead className="bg-surface-secondary text-xs text-muted">
          <tr>
            {[t("name"), t("place"), t("type"), t("meaning")].map((title) => (
              <th key={title} scope="col" className="px-3 py-1.5 text-start font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-separator">
          {parameters.map(({ name, place, isRequired, about, schema }) => {
            const shape = shapeOf(schema, schemas);
            return (
              <tr key={`${place} ${name}`} className="align-top">
                <th scope="row" className="px-3 py-2 text-start font-normal">
                  <code className="font-mono text-[13px] whitespace-nowrap">{name}</code>
                  {isRequired ? (
                    <span className="block text-xs text-warning-soft-foreground">
                      {t("required")}
                    </span>
                  ) : null}
                </th>
                <td className="px-3 py-2 whitespace-nowrap text-muted">{t(`places.${place}`)}</td>
                <td className="px-3 py-2 font-mono text-[13px] whitespace-nowrap text-muted">
                  {shape.words}
                </td>
                <td className="px-3 py-2">
                  <PlainWords text={about} />
                  <ShapeNotes shape={shape} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
