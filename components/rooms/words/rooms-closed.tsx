import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** For those who may read the log and not show it to others. */
export function RoomsClosed() {
  const t = useTranslations("logRooms.notAllowed");
  return (
    <EmptyState
      icon={Lock}
      title={t("title")}
      action={<ButtonLink href="/audit">{t("back")}</ButtonLink>}
    >
      {t("text")}
    </EmptyState>
  );
}
