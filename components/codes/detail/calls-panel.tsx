"use client";

import { useTranslations } from "next-intl";
import { CallEntry } from "@/components/codes/detail/call-entry";
import { SectionCard } from "@/components/ui/section-card";
import type { CodeCallRow } from "@/lib/codes/schema";

/** The journal: every call made for this code, the newest first. */
export function CallsPanel({ calls }: { calls: readonly CodeCallRow[] }) {
  const t = useTranslations("codeDetail.calls");
  return (
    <SectionCard title={t("title")} description={t("description")}>
      {calls.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <ol className="divide-y divide-separator">
          {calls.toReversed().map((call) => (
            <CallEntry key={call.id} call={call} />
          ))}
        </ol>
      )}
    </SectionCard>
  );
}
