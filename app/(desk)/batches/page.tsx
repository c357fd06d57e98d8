import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { createLoader } from "nuqs/server";
import type { SearchParams } from "nuqs/server";
import { BATCH_LIST_PARAMS } from "@/components/batches/list/batch-list-params";
import { BatchList } from "@/components/batches/list/batch-list";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listBatches } from "@/lib/batches/list-batches";
import { DomainError } from "@/lib/core/errors";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

const loadParams = createLoader(BATCH_LIST_PARAMS);

export async function generateMetadata() {
  const t = await getTranslations("batches.list");
  return { title: t("title") };
}

export default async function BatchesPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("batches.list");
  const { status, cursor } = await loadParams(searchParams);
  const chosen = await chosenMiniProgram(ctx);
  const filters = { miniProgramId: chosen?.id, status: status ?? undefined };
  const mayMint = ROLE_PERMISSIONS[role].includes("codes:mint");
  const page = await listBatches(ctx, { ...filters, cursor: cursor ?? undefined }).catch(
    (error: unknown) => {
      // A cursor somebody cut off or mistyped: begin at the newest.
      if (error instanceof DomainError && error.field === "cursor") {
        return listBatches(ctx, filters);
      }
      throw error;
    },
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={chosen ? t("description", { name: chosen.name }) : t("descriptionNone")}
        actions={
          mayMint ? (
            <ButtonLink href="/batches/new">
              <Plus />
              {t("newBatch")}
            </ButtonLink>
          ) : null
        }
      />
      <BatchList rows={page.rows} next={page.next} mayMint={mayMint} />
    </>
  );
}
