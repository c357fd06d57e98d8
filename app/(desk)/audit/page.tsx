import { getTranslations } from "next-intl/server";
import { createLoader, parseAsString, parseAsStringEnum } from "nuqs/server";
import type { SearchParams } from "nuqs/server";
import { verifyChainAction } from "@/app/(desk)/audit/actions";
import { AuditEmpty } from "@/components/audit/audit-empty";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditList } from "@/components/audit/audit-list";
import { AuditPager } from "@/components/audit/audit-pager";
import { VerifyChain } from "@/components/audit/verify-chain";
import { PageHeader } from "@/components/layout/page-header";
import { SectionCard } from "@/components/ui/section-card";
import { AUDIT_ACTIONS } from "@/lib/audit/actions";
import { listEntries } from "@/lib/audit/list-entries";
import type { ListEntriesInput } from "@/lib/audit/schema";
import { listPeople } from "@/lib/people/list-people";
import { pageContext } from "@/lib/web/request-context";

const ACTIONS = Object.keys(AUDIT_ACTIONS);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PAGE_SIZE = 50;

const loadQuery = createLoader({
  action: parseAsStringEnum(ACTIONS),
  person: parseAsString,
  cursor: parseAsString,
});

export async function generateMetadata() {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await pageContext();
  const t = await getTranslations("audit");
  const { action, person, cursor } = await loadQuery(searchParams);
  const filters: ListEntriesInput = {
    action: action ?? undefined,
    actorId: person && UUID.test(person) ? person : undefined,
  };
  const [{ rows, next }, people] = await Promise.all([
    listEntries(ctx, { ...filters, cursor: cursor ?? undefined, limit: PAGE_SIZE }),
    listPeople(ctx),
  ]);
  const isFiltered = Boolean(filters.action ?? filters.actorId);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        actions={<VerifyChain verify={verifyChainAction} />}
      />
      <AuditFilters actions={ACTIONS} people={people} />
      <SectionCard isFlush>
        {rows.length > 0 ? <AuditList rows={rows} /> : <AuditEmpty isFiltered={isFiltered} />}
      </SectionCard>
      <AuditPager next={next} isFirst={!cursor} />
    </>
  );
}
