import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/section-card";

const STATUSES = ["200", "410", "404", "429", "503"] as const;

/** What the gate answers, and what to do about it. */
export function AnswerList() {
  const t = useTranslations("forDevelopers.answers");
  return (
    <SectionCard title={t("title")} description={t("text")}>
      <dl className="flex flex-col gap-3">
        {STATUSES.map((status) => (
          <div key={status} className="flex gap-3">
            <dt className="w-10 shrink-0 font-mono text-[13px] leading-5 tabular-nums">{status}</dt>
            <dd className="text-sm text-muted">{t(`of${status}`)}</dd>
          </div>
        ))}
      </dl>
    </SectionCard>
  );
}
