"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Limit, Shape } from "@/components/developers/schema/shape-of";

/** How much there may be of it, and which values it may have. */
export function ShapeNotes({ shape: { limits, values } }: { shape: Shape }) {
  const t = useTranslations("developers.limits");
  const format = useFormatter();

  function words({ kind, least, most }: Limit) {
    const range =
      least === undefined || most === undefined
        ? `${least === undefined ? "≤" : "≥"} ${format.number(least ?? most ?? 0)}`
        : least === most
          ? format.number(least)
          : `${format.number(least)}–${format.number(most)}`;
    return t(kind, { range });
  }

  if (limits.length === 0 && values.length === 0) return null;
  return (
    <div className="text-xs text-muted">
      {limits.map((limit) => (
        <p key={limit.kind}>{words(limit)}</p>
      ))}
      {values.length > 0 ? (
        <p>
          {t("values")}{" "}
          {values.map((value) => (
            <code
              key={value}
              className="me-1 inline-block rounded bg-surface-secondary px-1 font-mono break-all"
            >
              {value}
            </code>
          ))}
        </p>
      ) : null}
    </div>
  );
}
