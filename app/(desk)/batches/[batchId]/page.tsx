import { Package } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import {
  cancelBatchAction,
  editRowAction,
  pauseBatchAction,
  resumeBatchAction,
  retryFailedCodesAction,
} from "@/app/(desk)/batches/actions";
import { orNotFound } from "@/app/(desk)/or-not-found";
import { LogLink } from "@/components/audit/log-link";
import { BatchScreen } from "@/components/batches/detail/batch-screen";
import { KindChip } from "@/components/codes/words/kind-chip";
import { PageHeader } from "@/components/layout/page-header";
import { addressOfAll } from "@/components/packs/words/new-pack-address";
import { ButtonLink } from "@/components/ui/button-link";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { getBatch } from "@/lib/batches/get-batch";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

interface BatchPageProps {
  params: Promise<{ batchId: string }>;
}

/** The batch or the not-found screen; read once for title and page. */
const readBatch = cache(async (batchId: string) => {
  const ctx = await pageContext();
  return orNotFound(getBatch(ctx, { batchId }));
});

export async function generateMetadata({ params }: BatchPageProps) {
  const { name } = await readBatch((await params).batchId);
  return { title: name };
}

export default async function BatchPage({ params }: BatchPageProps) {
  const { role } = await requirePerson();
  const t = await getTranslations("batches");
  const batch = await readBatch((await params).batchId);
  const mayPack = ROLE_PERMISSIONS[role].includes("packs:write") && batch.counts.minted > 0;
  return (
    <>
      <PageHeader
        trail={[{ href: "/batches", label: t("list.title") }]}
        title={batch.name}
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-1">
            <KindChip kind={batch.kind} />
            <span>{batch.miniProgram.name}</span>
            {batch.miniProgram.isSandbox ? (
              <StatusChip tone="default">{t("detail.sandbox")}</StatusChip>
            ) : null}
            {batch.campaign ? <span>{batch.campaign.name}</span> : null}
            <span>
              {batch.createdBy} · <TimeStamp at={batch.createdAt} />
            </span>
          </span>
        }
        actions={
          <>
            <LogLink kind="batch" id={batch.id} />
            {mayPack ? (
              <ButtonLink href={addressOfAll("batch", batch.id)} variant="outline">
                <Package />
                {t("detail.pack")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <BatchScreen
        batch={batch}
        mayMint={ROLE_PERMISSIONS[role].includes("codes:mint")}
        pauseBatch={pauseBatchAction}
        resumeBatch={resumeBatchAction}
        cancelBatch={cancelBatchAction}
        retryFailed={retryFailedCodesAction}
        editRow={editRowAction}
      />
    </>
  );
}
