import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { SectionCard } from "@/components/ui/section-card";
import { VERIFY_EXAMPLE } from "@/components/webhooks/verify-example";

const POINTS = ["raw", "fast", "twice", "order"] as const;

/** What a receiver has to do with a message. */
export function VerifyHelp() {
  const t = useTranslations("webhooks.verify");
  return (
    <section id="verify" className="min-w-0">
      <SectionCard title={t("title")} description={t("text")}>
        <div className="flex min-w-0 flex-col gap-3">
          <CodeBlock text={VERIFY_EXAMPLE} label={t("code")} />
          <ul className="list-disc ps-5 text-sm text-muted">
            {POINTS.map((point) => (
              <li key={point}>{t(`points.${point}`)}</li>
            ))}
          </ul>
        </div>
      </SectionCard>
    </section>
  );
}
