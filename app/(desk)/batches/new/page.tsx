import { Lock, Smartphone } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { removeTemplateAction, saveTemplateAction } from "@/app/(desk)/batches/actions";
import { createCampaignAction } from "@/app/(desk)/codes/actions";
import { NewBatchForm } from "@/components/batches/new/new-batch-form";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listTemplates } from "@/lib/batches/list-templates";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { listMiniPrograms } from "@/lib/mini-programs/list-mini-programs";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";
import { SHEET_ROWS_MAX } from "@/lib/sheets/schema";

const TEMPLATE_ACTIONS = {
  saveTemplate: saveTemplateAction,
  removeTemplate: removeTemplateAction,
};

export async function generateMetadata() {
  const t = await getTranslations("batches.new");
  return { title: t("title") };
}

export default async function NewBatchPage() {
  const { role, userId } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("batches.new");
  const may = ROLE_PERMISSIONS[role];
  if (!(await mayOpen(ctx, "codes:mint"))) {
    return (
      <EmptyState
        icon={Lock}
        title={t("notAllowed.title")}
        action={<ButtonLink href="/batches">{t("notAllowed.back")}</ButtonLink>}
      >
        {t("notAllowed.text")}
      </EmptyState>
    );
  }
  const [miniPrograms, campaigns, chosen, templates] = await Promise.all([
    listMiniPrograms(ctx),
    listCampaigns(ctx),
    chosenMiniProgram(ctx),
    listTemplates(ctx),
  ]);
  if (miniPrograms.length === 0) {
    const mayRegister = may.includes("miniPrograms:write");
    return (
      <EmptyState
        icon={Smartphone}
        title={t("noMiniProgram.title")}
        action={
          mayRegister ? (
            <ButtonLink href="/mini-programs/new">{t("noMiniProgram.action")}</ButtonLink>
          ) : null
        }
      >
        {t(mayRegister ? "noMiniProgram.text" : "noMiniProgram.textReadOnly")}
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader
        trail={[{ href: "/batches", label: t("batches") }]}
        title={t("title")}
        description={t("description", { most: SHEET_ROWS_MAX })}
      />
      <NewBatchForm
        key={chosen?.id}
        personId={userId}
        miniPrograms={miniPrograms}
        chosenMiniProgramId={chosen?.id}
        campaigns={campaigns}
        createCampaign={createCampaignAction}
        templates={templates}
        templateActions={TEMPLATE_ACTIONS}
      />
    </>
  );
}
