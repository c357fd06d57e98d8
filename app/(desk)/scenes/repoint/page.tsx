import { Lock, Smartphone } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { repointScenesAction } from "@/app/(desk)/scenes/repoint/actions";
import { PageHeader } from "@/components/layout/page-header";
import { RepointScreen } from "@/components/scenes/repoint/repoint-screen";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { listBatches } from "@/lib/batches/list-batches";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";

interface RepointPageProps {
  searchParams: Promise<{ page?: string | string[] }>;
}

const MOST_BATCHES = 100;

export async function generateMetadata() {
  const t = await getTranslations("scenes.repoint");
  return { title: t("title") };
}

export default async function RepointPage({ searchParams }: RepointPageProps) {
  const ctx = await pageContext();
  const t = await getTranslations("scenes");
  if (!(await mayOpen(ctx, "scenes:write"))) {
    return (
      <EmptyState
        icon={Lock}
        title={t("repoint.notAllowed.title")}
        action={<ButtonLink href="/scenes">{t("repoint.notAllowed.back")}</ButtonLink>}
      >
        {t("repoint.notAllowed.text")}
      </EmptyState>
    );
  }
  const trail = [{ href: "/scenes", label: t("list.title") }];
  const chosen = await chosenMiniProgram(ctx);
  if (!chosen) {
    return (
      <>
        <PageHeader trail={trail} title={t("repoint.title")} />
        <EmptyState icon={Smartphone} title={t("list.none")}>
          {t("list.leadNone")}
        </EmptyState>
      </>
    );
  }
  const { page } = await searchParams;
  const [campaigns, batches] = await Promise.all([
    listCampaigns(ctx),
    listBatches(ctx, { miniProgramId: chosen.id, limit: MOST_BATCHES }),
  ]);
  return (
    <>
      <PageHeader
        trail={trail}
        title={t("repoint.title")}
        description={t("repoint.lead", { name: chosen.name })}
      />
      <RepointScreen
        key={`${chosen.id} ${String(page)}`}
        miniProgramId={chosen.id}
        campaigns={campaigns}
        batches={batches.rows}
        page={typeof page === "string" ? page : null}
        repoint={repointScenesAction}
      />
    </>
  );
}
