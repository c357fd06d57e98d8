import { Smartphone } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PageHeader } from "@/components/layout/page-header";
import { loadPageImpactParams } from "@/components/scenes/pages/page-impact-params";
import { PageImpactScreen } from "@/components/scenes/pages/page-impact-screen";
import { EmptyState } from "@/components/ui/empty-state";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listPageImpact } from "@/lib/codes/list-page-impact";
import { ListPageImpactInput } from "@/lib/codes/page-impact-schema";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("scenes.pages");
  return { title: t("title") };
}

export default async function PageImpactPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("scenes");
  const { search } = await loadPageImpactParams(searchParams);
  const chosen = await chosenMiniProgram(ctx);
  const trail = [{ href: "/scenes", label: t("list.title") }];
  if (!chosen) {
    return (
      <>
        <PageHeader trail={trail} title={t("pages.title")} />
        <EmptyState icon={Smartphone} title={t("pages.none")}>
          {t("list.leadNone")}
        </EmptyState>
      </>
    );
  }
  // What was mistyped in the address is left out rather than refused.
  const wanted = ListPageImpactInput.shape.search.safeParse(search ?? undefined).data;
  const list = await listPageImpact(ctx, { miniProgramId: chosen.id, search: wanted });
  return (
    <>
      <PageHeader
        trail={trail}
        title={t("pages.title")}
        description={t("pages.lead", { name: chosen.name })}
      />
      <PageImpactScreen list={list} mayRepoint={ROLE_PERMISSIONS[role].includes("scenes:write")} />
    </>
  );
}
