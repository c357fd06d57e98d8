import { SearchX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

export default async function RoomNotFound() {
  const t = await getTranslations("logRooms.notFound");
  return (
    <EmptyState
      icon={SearchX}
      title={t("title")}
      action={<ButtonLink href="/rooms">{t("back")}</ButtonLink>}
    >
      {t("text")}
    </EmptyState>
  );
}
