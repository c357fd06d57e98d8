import { Smartphone } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";

/** The overview before there is any mini program. */
export async function FirstSteps({ mayRegister }: { mayRegister: boolean }) {
  const t = await getTranslations("overview");
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <SectionCard isFlush>
        <EmptyState
          icon={Smartphone}
          title={t("noMiniProgram")}
          action={
            mayRegister ? <ButtonLink href="/mini-programs/new">{t("register")}</ButtonLink> : null
          }
        >
          {mayRegister ? t("noMiniProgramText") : t("noMiniProgramRead")}
        </EmptyState>
      </SectionCard>
    </>
  );
}
