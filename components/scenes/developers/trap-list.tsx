import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/section-card";

const TRAPS = [
  "decode",
  "number",
  "warm",
  "stale",
  "compile",
  "trial",
  "limited",
  "retired",
] as const;

/** What everybody stumbles over once. */
export function TrapList() {
  const t = useTranslations("forDevelopers.traps");
  return (
    <SectionCard title={t("title")} description={t("text")}>
      <dl className="flex flex-col gap-3">
        {TRAPS.map((trap) => (
          <div key={trap}>
            <dt className="font-medium">{t(`${trap}.title`)}</dt>
            <dd className="text-sm text-muted">{t(`${trap}.text`)}</dd>
          </div>
        ))}
      </dl>
    </SectionCard>
  );
}
