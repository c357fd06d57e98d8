import { ScanLine } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { orNotFound } from "@/app/(desk)/or-not-found";
import { PageHeader } from "@/components/layout/page-header";
import { Breakdown } from "@/components/scans/figures/breakdown";
import { NeverScanned } from "@/components/scans/figures/never-scanned";
import { NoScans } from "@/components/scans/figures/no-scans";
import { ScanCards } from "@/components/scans/figures/scan-cards";
import { ScanFilters } from "@/components/scans/figures/scan-filters";
import {
  loadScanParams,
  narrowingOf,
  unscannedDaysOf,
} from "@/components/scans/figures/scan-params";
import { ScansChart } from "@/components/scans/figures/scans-chart";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { beijingDay } from "@/lib/quota/beijing-day";
import { getScanFigures } from "@/lib/scans/get-scan-figures";
import { listNeverScanned } from "@/lib/scans/list-never-scanned";
import type { ListNeverScannedInput, ScanFigures } from "@/lib/scans/schema";
import { spanOfPeriod } from "@/lib/scans/span-of-period";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("scans");
  return { title: t("title") };
}

export default async function ScansPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("scans");
  const chosen = await chosenMiniProgram(ctx);
  const mayRegister = ROLE_PERMISSIONS[role].includes("miniPrograms:write");
  if (!chosen) return <NoMiniProgram mayRegister={mayRegister} />;

  const params = await loadScanParams(searchParams);
  const span = spanOfPeriod(params, beijingDay(ctx.now()));
  const narrowing = narrowingOf(params);
  const unscanned = { miniProgramId: chosen.id, days: unscannedDaysOf(params) };
  const [figures, campaigns, never] = await Promise.all([
    orNotFound(getScanFigures(ctx, { miniProgramId: chosen.id, ...span, ...narrowing })),
    listCampaigns(ctx),
    readNeverScanned(ctx, unscanned, params.cursor),
  ]);
  const isNarrowed = Object.values(narrowing).some((value) => value !== undefined);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead", { name: chosen.name })}
        actions={
          <ButtonLink href="/scenes/developers" variant="outline">
            {t("developers")}
          </ButtonLink>
        }
      />
      <ScanFilters
        key={`${chosen.id} ${params.period}`}
        miniProgramId={chosen.id}
        campaigns={campaigns.map(({ id, name }) => ({ id, name }))}
        {...span}
      />
      <div className="flex flex-col gap-4">
        {hasAny(figures) ? (
          <Figures figures={figures} {...narrowing} />
        ) : (
          <NoScans isNarrowed={isNarrowed} />
        )}
        {isNarrowed ? null : <NeverScanned miniProgramId={chosen.id} {...never} />}
      </div>
    </>
  );
}

/** Whether there is anything to show, even if it was too much to tell apart. */
function hasAny({ total, totalBefore, breakdown }: ScanFigures): boolean {
  const counts = [total, totalBefore].flatMap(({ scans, repeats, tests }) => [
    scans,
    repeats,
    tests,
  ]);
  return breakdown === null || counts.some((count) => count > 0);
}

interface FiguresProps {
  figures: ScanFigures;
  campaignId?: string;
  sceneId?: string;
}

async function Figures({ figures, campaignId, sceneId }: FiguresProps) {
  const t = await getTranslations("scans");
  const { breakdown, days, daysBefore } = figures;
  const tooMany =
    breakdown === null ? (
      <SectionCard title={t("shares.tooMany")}>
        <p className="text-muted">{t("shares.tooManyText")}</p>
      </SectionCard>
    ) : null;
  // What belongs to the campaign could not be told apart, so there is no sum of it either.
  if (tooMany && campaignId !== undefined) return tooMany;
  return (
    <>
      <ScanCards figures={figures} />
      <SectionCard title={t("chart.card")} description={t("chart.text")}>
        <div className="pt-3">
          <ScansChart days={days} daysBefore={daysBefore} />
        </div>
      </SectionCard>
      {tooMany}
      {breakdown && sceneId === undefined ? <Breakdown breakdown={breakdown} /> : null}
    </>
  );
}

async function readNeverScanned(ctx: Context, input: ListNeverScannedInput, cursor: string | null) {
  try {
    return await listNeverScanned(ctx, { ...input, cursor: cursor ?? undefined });
  } catch (error) {
    // A cursor somebody cut off or mistyped: begin at the newest.
    if (error instanceof DomainError && error.field === "cursor") {
      return listNeverScanned(ctx, input);
    }
    throw error;
  }
}

async function NoMiniProgram({ mayRegister }: { mayRegister: boolean }) {
  const t = await getTranslations("scans");
  return (
    <>
      <PageHeader title={t("title")} />
      <SectionCard isFlush>
        <EmptyState
          icon={ScanLine}
          title={t("noMiniProgram")}
          action={
            mayRegister ? <ButtonLink href="/mini-programs/new">{t("register")}</ButtonLink> : null
          }
        >
          {t("noMiniProgramText")}
        </EmptyState>
      </SectionCard>
    </>
  );
}
