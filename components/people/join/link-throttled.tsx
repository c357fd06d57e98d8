import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

/** Too many links that do not work were tried from here. */
export function LinkThrottled({ seconds }: { seconds: number }) {
  const t = useTranslations("people.join.throttled");
  return (
    <section className="max-w-md">
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState icon={Hourglass} title={t("title")}>
        {t("text", { seconds })}
      </EmptyState>
    </section>
  );
}
