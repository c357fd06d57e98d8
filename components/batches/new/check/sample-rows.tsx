"use client";

import { useTranslations } from "next-intl";
import { TargetText } from "@/components/codes/list/target-text";
import type { SampleRow } from "@/lib/batches/draft-schema";

/** How rows will come out: the first three new ones and the last. */
export function SampleRows({ samples }: { samples: readonly SampleRow[] }) {
  const t = useTranslations("batches.check");
  if (samples.length === 0) return null;
  return (
    <section aria-label={t("samples")}>
      <h3 className="mb-2 text-sm font-medium">{t("samples")}</h3>
      <ul className="grid gap-2 sm:grid-cols-2">
        {samples.map(({ row, label, target, scene, payload }) => (
          <li key={row} className="min-w-0 rounded-lg border border-border px-3 py-2">
            <p className="flex items-baseline justify-between gap-2">
              <span className="truncate font-medium">{label}</span>
              <span className="shrink-0 text-xs text-muted">{t("rowNumber", { row })}</span>
            </p>
            <TargetText target={target} scene={scene} />
            {payload ? (
              <p className="truncate font-mono text-xs" title={JSON.stringify(payload)}>
                {JSON.stringify(payload)}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
