import { Lock } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { orderPackAction } from "@/app/(desk)/packs/actions";
import { readChosen } from "@/app/(desk)/packs/new/read-chosen";
import type { ChosenForPack } from "@/app/(desk)/packs/new/read-chosen";
import { PageHeader } from "@/components/layout/page-header";
import { ChooseCodes } from "@/components/packs/new/choose-codes";
import { NewPackForm } from "@/components/packs/new/new-pack-form";
import { loadNewPackParams } from "@/components/packs/words/new-pack-address";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { listBatches } from "@/lib/batches/list-batches";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import type { Context } from "@/lib/core/context";
import { listTemplates } from "@/lib/packs/list-templates";
import { PACK_NAME_MAX_LENGTH } from "@/lib/packs/schema";
import { beijingDay } from "@/lib/quota/beijing-day";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("packs.new");
  return { title: t("title") };
}

export default async function NewPackPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { userId } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("packs");
  if (!(await mayOpen(ctx, "packs:write"))) {
    return (
      <EmptyState
        icon={Lock}
        title={t("notAllowed.title")}
        action={<ButtonLink href="/packs">{t("notAllowed.back")}</ButtonLink>}
      >
        {t("notAllowed.text")}
      </EmptyState>
    );
  }
  const params = await loadNewPackParams(searchParams);
  const read = await readChosen(ctx, params);
  return (
    <>
      <PageHeader
        trail={[{ href: "/packs", label: t("list.title") }]}
        title={t("new.title")}
        description={t("new.description")}
      />
      {read ? (
        <NewPackForm
          // Other codes are another form.
          key={JSON.stringify([read.chosen.selection, read.again])}
          personId={userId}
          chosen={read.chosen}
          suggestedName={suggestName(ctx, read, t)}
          again={read.again?.options ?? null}
          templates={await listTemplates(ctx, {})}
          orderPack={orderPackAction}
        />
      ) : (
        <>
          {params.of ? (
            <p className="mb-3 text-warning-soft-foreground">{t("choose.unreadable")}</p>
          ) : null}
          <ChooseCodes
            batches={await packableBatches(ctx)}
            campaigns={await packableCampaigns(ctx)}
          />
        </>
      )}
    </>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"packs">>>;

/** What is in it and the day; a pack made again keeps its name. */
function suggestName(ctx: Context, { chosen, again }: ChosenForPack, t: Words): string {
  if (again) return again.name;
  const day = ` ${beijingDay(ctx.now())}`;
  const name = chosen.name ?? t("new.nameOfCodes");
  return name.slice(0, PACK_NAME_MAX_LENGTH - day.length) + day;
}

async function packableBatches(ctx: Context) {
  const chosen = await chosenMiniProgram(ctx);
  const { rows } = await listBatches(ctx, { miniProgramId: chosen?.id });
  return rows.filter(({ counts }) => counts.minted > 0);
}

async function packableCampaigns(ctx: Context) {
  return (await listCampaigns(ctx)).filter(({ codeCount }) => codeCount > 0);
}
