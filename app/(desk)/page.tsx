import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { FirstSteps } from "@/components/overview/first-steps";
import { LatestCodes } from "@/components/overview/latest-codes";
import { NeedsAHand } from "@/components/overview/needs-a-hand";
import { OverviewFigures } from "@/components/overview/overview-figures";
import { SandboxHint } from "@/components/overview/sandbox-hint";
import { ButtonLink } from "@/components/ui/button-link";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { countCodes } from "@/lib/codes/count-codes";
import { listApprovals } from "@/lib/codes/list-approvals";
import { listCodes } from "@/lib/codes/list-codes";
import type { Context } from "@/lib/core/context";
import { getQuotaOverview } from "@/lib/quota/get-quota-overview";
import { listQuotaNotices } from "@/lib/quota/list-quota-notices";
import { listReservations } from "@/lib/quota/list-reservations";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

const LATEST = 8;
const A_WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const BEIJING_AHEAD_MS = 8 * 60 * 60 * 1000;

export async function generateMetadata() {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

export default async function OverviewPage() {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("overview");
  const may = ROLE_PERMISSIONS[role];
  const mayRegister = may.includes("miniPrograms:write");
  const chosen = await chosenMiniProgram(ctx);
  if (!chosen) return <FirstSteps mayRegister={mayRegister} />;

  const theirs = { miniProgramId: chosen.id, envVersion: "any" } as const;
  const weekAgo = new Date(ctx.now().getTime() - A_WEEK_MS + BEIJING_AHEAD_MS);
  const [latest, minted, thisWeek, unknown, quota, hand] = await Promise.all([
    listCodes(ctx, { ...theirs, limit: LATEST }),
    countCodes(ctx, { ...theirs, status: "minted" }),
    countCodes(ctx, { ...theirs, status: "minted", from: weekAgo.toISOString().slice(0, 10) }),
    countCodes(ctx, { ...theirs, status: "unknown" }),
    getQuotaOverview(ctx, { miniProgramId: chosen.id }),
    readHand(ctx, chosen.id),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead", { name: chosen.name })}
        actions={
          may.includes("codes:mint") && latest.rows.length > 0 ? (
            <ButtonLink href="/codes/new">
              <Plus />
              {t("newCode")}
            </ButtonLink>
          ) : null
        }
      />
      <div className="flex flex-col gap-4">
        {chosen.isSandbox ? <SandboxHint mayRegister={mayRegister} /> : null}
        <NeedsAHand miniProgramId={chosen.id} drift={quota.drift} {...hand} />
        <OverviewFigures
          quota={chosen.quota}
          today={quota.today}
          minted={minted}
          thisWeek={thisWeek}
          unknown={unknown}
        />
        <LatestCodes rows={latest.rows} mayMint={may.includes("codes:mint")} />
      </div>
    </>
  );
}

/** What the overview knows of things that need a hand. */
async function readHand(ctx: Context, miniProgramId: string) {
  const quotaOf = { miniProgramId };
  const [reservations, approvals, notices] = await Promise.all([
    listReservations(ctx, quotaOf),
    listApprovals(ctx, quotaOf),
    listQuotaNotices(ctx),
  ]);
  return {
    notices,
    unknownCount: reservations.rows.filter(({ codeStatus }) => codeStatus === "unknown").length,
    pendingCount: approvals.filter(({ status }) => status === "pending").length,
  };
}
