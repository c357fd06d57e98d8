import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { saveTemplateAction } from "@/app/(desk)/packs/templates/actions";
import { PageHeader } from "@/components/layout/page-header";
import { LookEditor } from "@/components/packs/templates/look-editor";
import { TemplateKind } from "@/lib/packs/template-schema";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";

interface NewLookPageProps {
  searchParams: Promise<{ kind?: string | string[] }>;
}

/** A frame, unless the address asks for a poster. */
async function kindIn({ searchParams }: NewLookPageProps): Promise<TemplateKind> {
  return TemplateKind.safeParse((await searchParams).kind).data ?? "frame";
}

export async function generateMetadata(props: NewLookPageProps) {
  const t = await getTranslations("packTemplates.new");
  return { title: t(await kindIn(props)) };
}

export default async function NewLookPage(props: NewLookPageProps) {
  if (!(await mayOpen(await pageContext(), "packs:write"))) redirect("/packs/templates");
  const t = await getTranslations("packTemplates");
  const kind = await kindIn(props);
  return (
    <>
      <PageHeader
        trail={[
          { href: "/packs", label: t("packs") },
          { href: "/packs/templates", label: t("title") },
        ]}
        title={t(`new.${kind}`)}
        description={t(`new.${kind}Text`)}
      />
      <LookEditor kind={kind} template={null} save={saveTemplateAction} />
    </>
  );
}
