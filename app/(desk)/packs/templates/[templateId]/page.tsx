import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { orNotFound } from "@/app/(desk)/or-not-found";
import { archiveTemplateAction, saveTemplateAction } from "@/app/(desk)/packs/templates/actions";
import { PageHeader } from "@/components/layout/page-header";
import { ArchiveLook } from "@/components/packs/templates/archive-look";
import { LookEditor } from "@/components/packs/templates/look-editor";
import { LookPicture } from "@/components/packs/templates/look-picture";
import { SectionCard } from "@/components/ui/section-card";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { getTemplate } from "@/lib/packs/get-template";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

interface LookPageProps {
  params: Promise<{ templateId: string }>;
}

/** The look or the not-found screen; read once for title and page. */
const readLook = cache(async (templateId: string) => {
  const ctx = await pageContext();
  return orNotFound(getTemplate(ctx, { templateId }));
});

export async function generateMetadata({ params }: LookPageProps) {
  const { name } = await readLook((await params).templateId);
  return { title: name };
}

export default async function LookPage({ params }: LookPageProps) {
  const { role } = await requirePerson();
  const t = await getTranslations("packTemplates");
  const template = await readLook((await params).templateId);
  const mayWrite = ROLE_PERMISSIONS[role].includes("packs:write") && !template.isArchived;
  const { id, name, kind, version } = template;
  return (
    <>
      <PageHeader
        trail={[
          { href: "/packs", label: t("packs") },
          { href: "/packs/templates", label: t("title") },
        ]}
        title={name}
        description={t(template.isArchived ? "isArchived" : `new.${kind}Text`)}
        actions={
          mayWrite ? <ArchiveLook template={{ id, name }} archive={archiveTemplateAction} /> : null
        }
      />
      {mayWrite ? (
        <LookEditor key={version} kind={kind} template={template} save={saveTemplateAction} />
      ) : (
        <SectionCard title={t("preview.title")} description={t("preview.text")}>
          <LookPicture
            template={template}
            alt={t("preview.alt")}
            isLarge
            className="mx-auto max-w-lg"
          />
        </SectionCard>
      )}
    </>
  );
}
