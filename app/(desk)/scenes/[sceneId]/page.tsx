import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { orNotFound } from "@/app/(desk)/or-not-found";
import { cancelScanTestAction, startScanTestAction } from "@/app/(desk)/scans/actions";
import {
  cancelVersionAction,
  changeSceneAction,
  restoreSceneAction,
  retireSceneAction,
  returnSceneAction,
} from "@/app/(desk)/scenes/actions";
import { LogLink } from "@/components/audit/log-link";
import { HistoryPanel } from "@/components/codes/detail/history-panel";
import { PageHeader } from "@/components/layout/page-header";
import { SceneScans } from "@/components/scans/scene-scans";
import { TestPanel } from "@/components/scans/test/test-panel";
import { CarryingCodes } from "@/components/scenes/detail/carrying-codes";
import { LeadsToCard } from "@/components/scenes/detail/leads-to-card";
import { RestoreButton } from "@/components/scenes/detail/restore-button";
import { RetireDialog } from "@/components/scenes/detail/retire-dialog";
import { RetirementNote } from "@/components/scenes/detail/retirement-note";
import { VersionTimeline } from "@/components/scenes/detail/version-timeline";
import { SceneStateChip } from "@/components/scenes/words/scene-state-chip";
import { CopyButton } from "@/components/ui/copy-button";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listEntries } from "@/lib/audit/list-entries";
import type { AuditEntryRow } from "@/lib/audit/schema";
import { getSceneScans } from "@/lib/scans/get-scene-scans";
import { listScanTests } from "@/lib/scans/list-scan-tests";
import { getScene } from "@/lib/scenes/get-scene";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

interface ScenePageProps {
  params: Promise<{ sceneId: string }>;
}

/** The scene or the not-found screen; read once for title and page. */
const readScene = cache(async (sceneId: string) => {
  const ctx = await pageContext();
  return orNotFound(getScene(ctx, { sceneId }));
});

export async function generateMetadata({ params }: ScenePageProps) {
  const { value } = await readScene((await params).sceneId);
  return { title: value };
}

export default async function ScenePage({ params }: ScenePageProps) {
  const { userId, role } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("scenes");
  const { sceneId } = await params;
  const scene = await readScene(sceneId);
  const [scans, tests, history] = await Promise.all([
    getSceneScans(ctx, { sceneId }),
    listScanTests(ctx, { sceneId }),
    listEntries(ctx, { targetKind: "scene", targetId: sceneId, limit: 100 }),
  ]);
  const mayChange = ROLE_PERMISSIONS[role].includes("scenes:write");
  const pictured = scene.codes.find(({ status }) => status === "minted");
  return (
    <>
      <PageHeader
        trail={[{ href: "/scenes", label: t("list.title") }]}
        title={<span className="font-mono break-all">{scene.value}</span>}
        description={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-1">
            <SceneStateChip state={scene.state} />
            <span>{scene.miniProgram.name}</span>
            {scene.campaign ? <span>{scene.campaign.name}</span> : null}
            <CopyButton text={scene.value} label={t("detail.value")} />
          </span>
        }
        actions={
          <>
            <LogLink kind="scene" id={sceneId} />
            {mayChange ? (
              <>
                {scene.retirement ? (
                  <RestoreButton scene={scene} restoreScene={restoreSceneAction} />
                ) : null}
                <RetireDialog scene={scene} retireScene={retireSceneAction} />
              </>
            ) : null}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {scene.retirement ? <RetirementNote retirement={scene.retirement} /> : null}
          <LeadsToCard
            scene={scene}
            personId={userId}
            mayChange={mayChange}
            changeScene={changeSceneAction}
          />
          <SceneScans sceneId={sceneId} summary={scans} />
          <VersionTimeline
            scene={scene}
            mayChange={mayChange}
            verbs={{ returnScene: returnSceneAction, cancelVersion: cancelVersionAction }}
          />
          <HistoryPanel entries={history.rows.map(withoutMeaning)} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <CarryingCodes scene={scene} />
          <TestPanel
            sceneId={sceneId}
            picture={pictured ? { codeId: pictured.id, label: pictured.label } : null}
            tests={tests}
            personId={userId}
            actions={
              mayChange ? { start: startScanTestAction, cancel: cancelScanTestAction } : null
            }
          />
        </div>
      </div>
    </>
  );
}

/** What a version changed stands in the timeline already. */
function withoutMeaning(entry: AuditEntryRow): AuditEntryRow {
  const isVersion = entry.action === "scene.changed" || entry.action === "scene.returned";
  return isVersion ? { ...entry, changes: {} } : entry;
}
