import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { editCodeAction, retryCodeAction } from "@/app/(desk)/codes/actions";
import { cancelScanTestAction, startScanTestAction } from "@/app/(desk)/scans/actions";
import { LogLink } from "@/components/audit/log-link";
import { BytesPanel } from "@/components/codes/detail/bytes-panel";
import { CallsPanel } from "@/components/codes/detail/calls-panel";
import { CarriesPanel } from "@/components/codes/detail/carries-panel";
import { DetailActions } from "@/components/codes/detail/detail-actions";
import { FailurePanel } from "@/components/codes/detail/failure-panel";
import { HistoryPanel } from "@/components/codes/detail/history-panel";
import { OverviewPanel } from "@/components/codes/detail/overview-panel";
import { ParametersPanel } from "@/components/codes/detail/parameters-panel";
import { PicturePanel } from "@/components/codes/detail/picture-panel";
import { CodeStatusChip } from "@/components/codes/words/code-status-chip";
import { EnvChip } from "@/components/codes/words/env-chip";
import { KindChip } from "@/components/codes/words/kind-chip";
import { PageHeader } from "@/components/layout/page-header";
import { InPacks } from "@/components/packs/detail/in-packs";
import { NotCounted } from "@/components/scans/not-counted";
import { SceneScans } from "@/components/scans/scene-scans";
import { TestPanel } from "@/components/scans/test/test-panel";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listCodeHistory } from "@/lib/audit/list-code-history";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { getCode } from "@/lib/codes/get-code";
import type { CodeDetail } from "@/lib/codes/schema";
import { DomainError } from "@/lib/core/errors";
import { listPacksOfCode } from "@/lib/packs/list-packs-of-code";
import { getSceneScans } from "@/lib/scans/get-scene-scans";
import { listScanTests } from "@/lib/scans/list-scan-tests";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

interface CodePageProps {
  params: Promise<{ codeId: string }>;
}

/** The code or the not-found screen; read once for title and page. */
const readCode = cache(async (codeId: string) => {
  const ctx = await pageContext();
  try {
    return await getCode(ctx, { codeId });
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: CodePageProps) {
  const { label } = await readCode((await params).codeId);
  return { title: label };
}

export default async function CodePage({ params }: CodePageProps) {
  const { role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("codeDetail");
  const { codeId } = await params;
  const [code, campaigns, history] = await Promise.all([
    readCode(codeId),
    listCampaigns(ctx),
    listCodeHistory(ctx, { codeId }),
  ]);
  const mayMint = ROLE_PERMISSIONS[role].includes("codes:mint");
  return (
    <>
      <PageHeader
        trail={[{ href: "/codes", label: t("codes") }]}
        title={code.label}
        description={
          <span className="flex flex-wrap items-center gap-1.5 pt-1">
            <CodeStatusChip status={code.status} heldUntil={code.heldUntil} />
            <KindChip kind={code.kind} />
            <EnvChip envVersion={code.envVersion} />
            {code.envVersion === "release" ? null : <span>{t("neverPacked")}</span>}
          </span>
        }
        actions={
          <>
            <LogLink kind="code" id={codeId} />
            {mayMint ? (
              <DetailActions code={code} campaigns={campaigns} editCode={editCodeAction} />
            ) : null}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[22.5rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-16">
          <PicturePanel code={code} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <FailurePanel code={code} mayMint={mayMint} retryCode={retryCodeAction} />
          <CarriesPanel code={code} />
          {code.status === "minted" ? <ScanPanels code={code} /> : null}
          <OverviewPanel code={code} />
          <ParametersPanel code={code} />
          {code.picture && code.envVersion === "release" ? <PacksPanel codeId={code.id} /> : null}
          {code.picture ? <BytesPanel picture={code.picture} /> : null}
          <CallsPanel calls={code.calls} />
          <HistoryPanel entries={history} />
        </div>
      </div>
    </>
  );
}

/** Where the code went out. */
async function PacksPanel({ codeId }: { codeId: string }) {
  const { role } = await requirePerson();
  const packs = await listPacksOfCode(await pageContext(), { codeId });
  const mayPack = ROLE_PERMISSIONS[role].includes("packs:write");
  return <InPacks codeId={codeId} packs={packs} mayPack={mayPack} />;
}

/** How often the code was scanned, and a way to try it. */
async function ScanPanels({ code: { id, label, picture, sceneId } }: { code: CodeDetail }) {
  if (sceneId === null) return <NotCounted />;
  const { role, userId } = await requirePerson();
  const ctx = await pageContext();
  const [summary, tests] = await Promise.all([
    getSceneScans(ctx, { sceneId }),
    listScanTests(ctx, { sceneId }),
  ]);
  const mayTest = ROLE_PERMISSIONS[role].includes("scenes:write");
  return (
    <>
      <SceneScans sceneId={sceneId} summary={summary} />
      <TestPanel
        sceneId={sceneId}
        picture={picture && { codeId: id, label }}
        tests={tests}
        personId={userId}
        actions={mayTest ? { start: startScanTestAction, cancel: cancelScanTestAction } : null}
      />
    </>
  );
}
