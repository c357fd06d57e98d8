"use client";

import { useTranslations } from "next-intl";
import { useSceneValueWords } from "@/components/scans/use-scene-value-words";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { ScanTestRow } from "@/lib/scans/schema";

/** Who tested last, when, and how the code was opened. */
export function TestHistory({ tests }: { tests: readonly ScanTestRow[] }) {
  const t = useTranslations("scans.test");
  const words = useSceneValueWords();
  if (tests.length === 0) return <p className="text-sm text-muted">{t("neverTested")}</p>;
  return (
    <div className="text-sm">
      <h3 className="font-medium">{t("history")}</h3>
      <ul className="mt-1 divide-y divide-separator">
        {tests.map(({ id, startedBy, seenAt, sceneValue, device }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-2 py-1.5">
            <span>{startedBy}</span>
            <span className="text-muted">
              {seenAt ? <TimeStamp at={seenAt} as="exact" /> : null}
            </span>
            <span className="text-muted">
              {[sceneValue === null ? null : words(sceneValue), device].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
