import { Plus, Smartphone, Waypoints } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { ArchivedSwitch } from "@/components/mini-programs/archived-switch";
import { MiniProgramList } from "@/components/mini-programs/mini-program-list";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listMiniPrograms } from "@/lib/mini-programs/list-mini-programs";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

interface MiniProgramsPageProps {
  searchParams: Promise<{ archived?: string | string[] }>;
}

export async function generateMetadata() {
  const t = await getTranslations("miniPrograms");
  return { title: t("title") };
}

export default async function MiniProgramsPage({ searchParams }: MiniProgramsPageProps) {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("miniPrograms");
  const mayWrite = ROLE_PERMISSIONS[role].includes("miniPrograms:write");
  const includeArchived = (await searchParams).archived === "true";
  const rows = await listMiniPrograms(ctx, { includeArchived });
  const register = mayWrite ? (
    <ButtonLink href="/mini-programs/new">
      <Plus />
      {t("register")}
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={
          <>
            <ButtonLink href="/mini-programs/platforms" variant="outline">
              <Waypoints />
              {t("platforms")}
            </ButtonLink>
            {register}
          </>
        }
      />
      <div className="mb-3 flex justify-end">
        <ArchivedSwitch />
      </div>
      <SectionCard isFlush>
        {rows.length > 0 ? (
          <MiniProgramList rows={rows} />
        ) : (
          <EmptyState icon={Smartphone} title={t("none")} action={register}>
            {mayWrite ? t("noneText") : t("noneRead")}
          </EmptyState>
        )}
      </SectionCard>
    </>
  );
}
