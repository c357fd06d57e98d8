import { SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export default async function PackNotFound() {
  const t = await getTranslations("packs.notFound");
  return (
    <EmptyState
      icon={SearchX}
      title={t("title")}
      action={<ButtonLink href="/packs">{t("back")}</ButtonLink>}
    >
      {t("text")}
    </EmptyState>
  );
}
