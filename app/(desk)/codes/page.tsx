import { Plus } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { editCodesAction } from "@/app/(desk)/codes/actions";
import { causesOf } from "@/app/(desk)/codes/causes";
import { CodeList } from "@/components/codes/list/code-list";
import { filtersOf, loadCodeListParams } from "@/components/codes/list/code-list-params";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { countCodes } from "@/lib/codes/count-codes";
import { countFacets } from "@/lib/codes/count-facets";
import { listCodes } from "@/lib/codes/list-codes";
import { DomainError } from "@/lib/core/errors";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("codes.list");
  return { title: t("title") };
}

export default async function CodesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("codes.list");
  const params = await loadCodeListParams(searchParams);
  const chosen = await chosenMiniProgram(ctx);
  const filters = { ...filtersOf(params), miniProgramId: chosen?.id };
  const mayMint = ROLE_PERMISSIONS[role].includes("codes:mint");
  const [page, total, facets, campaigns] = await Promise.all([
    listCodes(ctx, { ...filters, cursor: params.cursor ?? undefined }).catch((error: unknown) => {
      // A cursor somebody cut off or mistyped: their filters still stand, so begin at the newest.
      if (error instanceof DomainError && error.field === "cursor") return listCodes(ctx, filters);
      throw error;
    }),
    countCodes(ctx, filters),
    countFacets(ctx, filters),
    mayMint ? listCampaigns(ctx) : [],
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={chosen ? t("description", { name: chosen.name }) : t("descriptionNone")}
        actions={
          mayMint ? (
            <ButtonLink href="/codes/new">
              <Plus />
              {t("newCode")}
            </ButtonLink>
          ) : null
        }
      />
      <CodeList
        rows={page.rows}
        causes={causesOf(page.rows, await getLocale())}
        next={page.next}
        total={total}
        facets={facets}
        mayMint={mayMint}
        mayPack={ROLE_PERMISSIONS[role].includes("packs:write")}
        miniProgramId={chosen?.id}
        campaigns={campaigns}
        editCodes={editCodesAction}
      />
    </>
  );
}
