import { Megaphone } from "lucide-react";
import { getTranslations } from "next-intl/server";
import {
  createCampaignAction,
  renameCampaignAction,
  setCampaignFieldsAction,
} from "@/app/(desk)/campaigns/actions";
import { CampaignList } from "@/components/campaigns/campaign-list";
import { CreateCampaign } from "@/components/campaigns/create-campaign";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("campaigns");
  return { title: t("title") };
}

export default async function CampaignsPage() {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("campaigns");
  const campaigns = await listCampaigns(ctx);
  const mayWrite = ROLE_PERMISSIONS[role].includes("campaigns:write");
  const isEmpty = campaigns.length === 0;
  const create = mayWrite ? <CreateCampaign create={createCampaignAction} /> : null;
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} actions={isEmpty ? null : create} />
      <SectionCard isFlush>
        {isEmpty ? (
          <EmptyState icon={Megaphone} title={t("none")} action={create}>
            {mayWrite ? t("noneText") : t("noneRead")}
          </EmptyState>
        ) : (
          <CampaignList
            campaigns={campaigns}
            setFields={mayWrite ? setCampaignFieldsAction : null}
            rename={mayWrite ? renameCampaignAction : null}
            mayPack={ROLE_PERMISSIONS[role].includes("packs:write")}
          />
        )}
      </SectionCard>
    </>
  );
}
