import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { NoLooks } from "@/components/packs/drawing/no-looks";
import { LookCards } from "@/components/packs/templates/look-cards";
import { ButtonLink } from "@/components/ui/button-link";
import { SectionCard } from "@/components/ui/section-card";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listTemplates } from "@/lib/packs/list-templates";
import { TemplateKind } from "@/lib/packs/template-schema";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("packTemplates");
  return { title: t("title") };
}

export default async function LooksPage() {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("packTemplates");
  const all = await listTemplates(ctx, {});
  const mayWrite = ROLE_PERMISSIONS[role].includes("packs:write");
  return (
    <>
      <PageHeader
        trail={[{ href: "/packs", label: t("packs") }]}
        title={t("title")}
        description={t("lead")}
      />
      <div className="flex flex-col gap-4">
        {TemplateKind.options.map((kind) => {
          const templates = all.filter((template) => template.kind === kind);
          const isEmpty = templates.length === 0;
          return (
            <SectionCard
              key={kind}
              title={t(`list.${kind}`)}
              description={t(`list.${kind}Text`)}
              actions={
                mayWrite && !isEmpty ? (
                  <ButtonLink href={`/packs/templates/new?kind=${kind}`} variant="outline">
                    <Plus />
                    {t(`new.${kind}`)}
                  </ButtonLink>
                ) : null
              }
            >
              {isEmpty ? (
                <NoLooks kind={kind} mayWrite={mayWrite} />
              ) : (
                <LookCards templates={templates} />
              )}
            </SectionCard>
          );
        })}
      </div>
    </>
  );
}
