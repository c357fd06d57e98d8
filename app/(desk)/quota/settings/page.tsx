import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import {
  adjustSpentAction,
  changeLimitAction,
  changeQuotaSettingsAction,
} from "@/app/(desk)/quota/actions";
import { PageHeader } from "@/components/layout/page-header";
import { AdjustForm } from "@/components/quota/settings/adjust-form";
import { LimitForm } from "@/components/quota/settings/limit-form";
import { RulesForm } from "@/components/quota/settings/rules-form";
import { getQuotaOverview } from "@/lib/quota/get-quota-overview";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";

export async function generateMetadata() {
  const t = await getTranslations("quota.settings");
  return { title: t("title") };
}

export default async function QuotaSettingsPage() {
  const ctx = await pageContext();
  const chosen = await chosenMiniProgram(ctx);
  if (!chosen || !(await mayOpen(ctx, "quota:write"))) redirect("/quota");
  const t = await getTranslations("quota");
  const overview = await getQuotaOverview(ctx, { miniProgramId: chosen.id });
  return (
    <>
      <PageHeader
        trail={[{ href: "/quota", label: t("title") }]}
        title={t("settings.title")}
        description={t("settings.lead", { name: chosen.name })}
      />
      <div key={chosen.id} className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <LimitForm overview={overview} change={changeLimitAction} />
          <AdjustForm overview={overview} adjust={adjustSpentAction} />
        </div>
        <RulesForm overview={overview} change={changeQuotaSettingsAction} />
      </div>
    </>
  );
}
