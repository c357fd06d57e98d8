import { BookOpenCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export function AuditEmpty({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations("audit");
  if (!isFiltered) {
    return (
      <EmptyState icon={BookOpenCheck} title={t("noneYet")}>
        {t("noneYetText")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={BookOpenCheck}
      title={t("none")}
      action={
        <ButtonLink href="/audit" variant="outline">
          {t("filters.clear")}
        </ButtonLink>
      }
    >
      {t("noneText")}
    </EmptyState>
  );
}
