import { Gauge, Settings2 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import {
  bookDriftAction,
  decideApprovalAction,
  removeBudgetAction,
  setBudgetAction,
  settleUnknownAction,
} from "@/app/(desk)/quota/actions";
import { PageHeader } from "@/components/layout/page-header";
import { ApprovalList } from "@/components/quota/approvals/approval-list";
import { BudgetList } from "@/components/quota/budgets/budget-list";
import { ChartsSection } from "@/components/quota/charts/charts-section";
import { LifetimeClock } from "@/components/quota/clocks/lifetime-clock";
import { TodayClock } from "@/components/quota/clocks/today-clock";
import { WitnessCard } from "@/components/quota/clocks/witness-card";
import { filtersOf, loadLedgerParams } from "@/components/quota/ledger/ledger-params";
import { LedgerSection } from "@/components/quota/ledger/ledger-section";
import { ReservationList } from "@/components/quota/reservations/reservation-list";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { listApprovals } from "@/lib/codes/list-approvals";
import type { Context } from "@/lib/core/context";
import { listPeople } from "@/lib/people/list-people";
import { getQuotaOverview } from "@/lib/quota/get-quota-overview";
import { listBudgets } from "@/lib/quota/list-budgets";
import { listQuotaDays } from "@/lib/quota/list-quota-days";
import { listQuotaEntries } from "@/lib/quota/list-quota-entries";
import { listReservations } from "@/lib/quota/list-reservations";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("quota");
  return { title: t("title") };
}

export default async function QuotaPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { role, userId } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("quota");
  const may = ROLE_PERMISSIONS[role];
  const chosen = await chosenMiniProgram(ctx);
  if (!chosen) return <NoMiniProgram mayRegister={may.includes("miniPrograms:write")} />;

  const quotaOf = { miniProgramId: chosen.id };
  const mayWrite = may.includes("quota:write");
  const [overview, days, reservations, approvals, budgets, campaigns, people, ledger] =
    await Promise.all([
      getQuotaOverview(ctx, quotaOf),
      listQuotaDays(ctx, quotaOf),
      listReservations(ctx, quotaOf),
      listApprovals(ctx, quotaOf),
      listBudgets(ctx, quotaOf),
      listCampaigns(ctx),
      listPeople(ctx),
      readLedger(ctx, chosen.id, searchParams),
    ]);
  const named = campaigns.map(({ id, name }) => ({ id, name }));
  const admins = people
    .filter(({ role, isDisabled }) => role === "admin" && !isDisabled)
    .map(({ name }) => name);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead", { name: chosen.name })}
        actions={
          mayWrite ? (
            <ButtonLink href="/quota/settings" variant="outline">
              <Settings2 />
              {t("settings.title")}
            </ButtonLink>
          ) : null
        }
      />
      {/* Forms hold what belongs to one mini program, so another one starts them anew. */}
      <div key={chosen.id} className="flex flex-col gap-4">
        <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          <LifetimeClock lifetime={overview.lifetime} />
          <TodayClock today={overview.today} />
          <WitnessCard overview={overview} book={mayWrite ? bookDriftAction : null} />
        </div>
        <ChartsSection overview={overview} days={days} />
        <div id="approvals" className="scroll-mt-16">
          <ApprovalList
            rows={approvals}
            threshold={overview.settings.approvalThreshold}
            personId={userId}
            decide={decideApprovalAction}
          />
        </div>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <div id="reservations" className="min-w-0 scroll-mt-16">
            <ReservationList
              rows={reservations.rows}
              count={reservations.count}
              settle={may.includes("codes:mint") ? settleUnknownAction : null}
            />
          </div>
          <BudgetList
            miniProgramId={chosen.id}
            rows={budgets}
            campaigns={named}
            people={people}
            admins={[...new Set(admins)].slice(0, 5)}
            actions={mayWrite ? { set: setBudgetAction, remove: removeBudgetAction } : null}
          />
        </div>
        <div id="ledger" className="scroll-mt-16">
          <LedgerSection miniProgramId={chosen.id} people={people} campaigns={named} {...ledger} />
        </div>
      </div>
    </>
  );
}

async function readLedger(
  ctx: Context,
  miniProgramId: string,
  searchParams: Promise<SearchParams>,
) {
  const params = await loadLedgerParams(searchParams);
  const cursor = params.cursor ?? undefined;
  return listQuotaEntries(ctx, { ...filtersOf(params), miniProgramId, cursor });
}

async function NoMiniProgram({ mayRegister }: { mayRegister: boolean }) {
  const t = await getTranslations("quota");
  return (
    <>
      <PageHeader title={t("title")} />
      <SectionCard isFlush>
        <EmptyState
          icon={Gauge}
          title={t("noMiniProgram")}
          action={
            mayRegister ? <ButtonLink href="/mini-programs/new">{t("register")}</ButtonLink> : null
          }
        >
          {t(mayRegister ? "noMiniProgramText" : "noMiniProgramRead")}
        </EmptyState>
      </SectionCard>
    </>
  );
}
