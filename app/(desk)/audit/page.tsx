import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { verifyChainAction } from "@/app/(desk)/audit/actions";
import { filtersOf, loadAuditParams } from "@/components/audit/audit-params";
import { AuditScreen } from "@/components/audit/audit-screen";
import { VerifyChain } from "@/components/audit/verify-chain";
import { PageHeader } from "@/components/layout/page-header";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import type { Permission } from "@/lib/access/roles";
import { ACTION_KINDS, actionsOf } from "@/lib/audit/action-kinds";
import { countEntries } from "@/lib/audit/count-entries";
import { getEntry } from "@/lib/audit/get-entry";
import { listEntries } from "@/lib/audit/list-entries";
import { listStandingTargets } from "@/lib/audit/list-standing-targets";
import type { AuditEntryRow, AuditFilters, AuditPage } from "@/lib/audit/schema";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import type { Context, Role } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { listMiniPrograms } from "@/lib/mini-programs/list-mini-programs";
import { listPeople } from "@/lib/people/list-people";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

const ACTIONS = ACTION_KINDS.flatMap((kind) =>
  actionsOf([kind]).map((action) => ({ action, kind })),
);

export async function generateMetadata() {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditScreenPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("audit");
  const params = await loadAuditParams(searchParams);
  const filters = filtersOf(params);
  const [page, histogram, opened, people, campaigns, miniPrograms] = await Promise.all([
    readPage(ctx, filters, params.cursor),
    countEntries(ctx, filters),
    params.entry === null ? null : findEntry(ctx, params.entry),
    listPeople(ctx),
    listCampaigns(ctx),
    listMiniPrograms(ctx, { includeArchived: true }),
  ]);
  const shown = [...page.rows, ...(opened ? [opened] : [])];
  const standing = await listStandingTargets(
    ctx,
    shown.filter(({ targetKind }) => mayOpenPageOf(role, targetKind)),
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<VerifyChain verify={verifyChainAction} />}
      />
      <AuditScreen
        page={page}
        histogram={histogram}
        opened={opened}
        standing={standing}
        choices={{
          actions: ACTIONS,
          people: people.map(named),
          campaigns: campaigns.map(named),
          miniPrograms: miniPrograms.map(named),
        }}
      />
    </>
  );
}

/** What the pages ask for that are not everybody's. */
const ASKED: Readonly<Record<string, Permission>> = {
  log_room: "rooms:write",
  webhook: "webhooks:write",
};

function mayOpenPageOf(role: Role, targetKind: string): boolean {
  const asked = ASKED[targetKind];
  return asked === undefined || ROLE_PERMISSIONS[role].includes(asked);
}

async function readPage(
  ctx: Context,
  filters: AuditFilters,
  cursor: string | null,
): Promise<AuditPage> {
  try {
    return await listEntries(ctx, { ...filters, cursor: cursor ?? undefined });
  } catch (error) {
    // A cursor somebody cut off or mistyped: their filters still stand, so begin at the newest.
    if (error instanceof DomainError && error.field === "cursor") return listEntries(ctx, filters);
    throw error;
  }
}

/** Null for a number nobody gave, or that is none. */
async function findEntry(ctx: Context, seq: string): Promise<AuditEntryRow | null> {
  if (!/^\d{1,18}$/.test(seq)) return null;
  try {
    return await getEntry(ctx, { seq });
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") return null;
    throw error;
  }
}

function named({ id, name }: { id: string; name: string }) {
  return { id, name };
}
