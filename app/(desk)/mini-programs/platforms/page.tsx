import { Plus, Waypoints } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PlatformList } from "@/components/platforms/platform-list";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listPlatforms } from "@/lib/platforms/list-platforms";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("platforms");
  return { title: t("title") };
}

export default async function PlatformsPage() {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("platforms");
  const tMiniPrograms = await getTranslations("miniPrograms");
  const mayWrite = ROLE_PERMISSIONS[role].includes("miniPrograms:write");
  const rows = await listPlatforms(ctx);
  const register = mayWrite ? (
    <ButtonLink href="/mini-programs/platforms/new">
      <Plus />
      {t("register")}
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        trail={[{ href: "/mini-programs", label: tMiniPrograms("title") }]}
        actions={register}
      />
      <SectionCard isFlush>
        {rows.length > 0 ? (
          <PlatformList rows={rows} />
        ) : (
          <EmptyState icon={Waypoints} title={t("none")} action={register}>
            {mayWrite ? t("noneText") : t("noneRead")}
          </EmptyState>
        )}
      </SectionCard>
    </>
  );
}
