import { Link2Off } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";

/** The one answer for a link that expired, was used, was withdrawn or never was. */
export function LinkGone() {
  const t = useTranslations("people.join.gone");
  return (
    <section className="max-w-md">
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState
        icon={Link2Off}
        title={t("title")}
        action={
          <ButtonLink href="/sign-in" variant="outline">
            {t("signIn")}
          </ButtonLink>
        }
      >
        {t("text")}
      </EmptyState>
    </section>
  );
}
