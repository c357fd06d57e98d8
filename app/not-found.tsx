import { Compass } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export default async function NotFound() {
  const t = await getTranslations("common");
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <EmptyState
        icon={Compass}
        title={t("missingTitle")}
        action={<ButtonLink href="/">{t("home")}</ButtonLink>}
      >
        {t("missingText")}
      </EmptyState>
    </main>
  );
}
