import { LayoutTemplate, Plus, ShieldCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { createLoader } from "nuqs/server";
import type { SearchParams } from "nuqs/server";
import { PageHeader } from "@/components/layout/page-header";
import { PackList } from "@/components/packs/list/pack-list";
import { PACK_LIST_PARAMS } from "@/components/packs/list/pack-list-params";
import { ButtonLink } from "@/components/ui/button-link";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { DomainError } from "@/lib/core/errors";
import { listPacks } from "@/lib/packs/list-packs";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

const loadParams = createLoader(PACK_LIST_PARAMS);

export async function generateMetadata() {
  const t = await getTranslations("packs.list");
  return { title: t("title") };
}

export default async function PacksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("packs.list");
  const { cursor } = await loadParams(searchParams);
  const mayPack = ROLE_PERMISSIONS[role].includes("packs:write");
  const page = await listPacks(ctx, { cursor: cursor ?? undefined }).catch((error: unknown) => {
    // A cursor somebody cut off or mistyped: begin at the newest.
    if (error instanceof DomainError && error.field === "cursor") return listPacks(ctx, {});
    throw error;
  });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <ButtonLink href="/packs/verify" variant="outline">
              <ShieldCheck />
              {t("verify")}
            </ButtonLink>
            <ButtonLink href="/packs/templates" variant="outline">
              <LayoutTemplate />
              {t("looks")}
            </ButtonLink>
            {mayPack ? (
              <ButtonLink href="/packs/new">
                <Plus />
                {t("newPack")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <PackList rows={page.rows} next={page.next} mayPack={mayPack} />
    </>
  );
}
