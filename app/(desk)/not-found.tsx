import { Compass } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export default async function DeskNotFound() {
  const t = await getTranslations("common");
  return (
    <EmptyState
      icon={Compass}
      title={t("missingTitle")}
      action={<ButtonLink href="/">{t("home")}</ButtonLink>}
    >
      {t("missingText")}
    </EmptyState>
  );
}
