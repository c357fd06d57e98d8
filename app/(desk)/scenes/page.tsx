import { ArrowRightLeft, BookOpen, FileSearch } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { PageHeader } from "@/components/layout/page-header";
import { SceneList } from "@/components/scenes/list/scene-list";
import { loadSceneListParams, sceneFiltersOf } from "@/components/scenes/list/scene-list-params";
import { ButtonLink } from "@/components/ui/button-link";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { listScenes } from "@/lib/scenes/list-scenes";
import type { ListScenesInput } from "@/lib/scenes/schema";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("scenes.list");
  return { title: t("title") };
}

export default async function ScenesPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("scenes.list");
  const params = await loadSceneListParams(searchParams);
  const chosen = await chosenMiniProgram(ctx);
  const [page, campaigns] = await Promise.all([
    chosen
      ? listFrom(ctx, sceneFiltersOf(params, chosen.id), params.cursor ?? undefined)
      : { rows: [], next: null },
    listCampaigns(ctx),
  ]);
  const may = ROLE_PERMISSIONS[role];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={chosen ? t("lead", { name: chosen.name }) : t("leadNone")}
        actions={
          <>
            <ButtonLink href="/scenes/developers" variant="ghost">
              <BookOpen aria-hidden className="size-4" />
              {t("developers")}
            </ButtonLink>
            <ButtonLink href="/scenes/pages" variant="outline">
              <FileSearch aria-hidden className="size-4" />
              {t("pages")}
            </ButtonLink>
            {may.includes("scenes:write") ? (
              <ButtonLink href="/scenes/repoint" variant="outline">
                <ArrowRightLeft aria-hidden className="size-4" />
                {t("repoint")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <SceneList
        rows={page.rows}
        next={page.next}
        campaigns={campaigns}
        mayMint={may.includes("codes:mint")}
      />
    </>
  );
}

/** A cursor somebody cut off or mistyped: their filters still stand, so begin at the newest. */
async function listFrom(ctx: Context, filters: ListScenesInput, cursor: string | undefined) {
  try {
    return await listScenes(ctx, { ...filters, cursor });
  } catch (error) {
    if (error instanceof DomainError && error.field === "cursor") return listScenes(ctx, filters);
    throw error;
  }
}
