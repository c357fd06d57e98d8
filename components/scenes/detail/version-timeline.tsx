"use client";

import { Button } from "@heroui/react";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { JsonBlock } from "@/components/codes/detail/json-block";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { DifferenceTable } from "@/components/scenes/detail/difference-table";
import { ReturnDialog } from "@/components/scenes/detail/return-dialog";
import type { SceneVerbs } from "@/components/scenes/detail/scene-verbs";
import { VersionStateChip } from "@/components/scenes/detail/version-state-chip";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { PersonAvatar } from "@/components/ui/person-avatar";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { SceneDetail, SceneVersionRow } from "@/lib/scenes/schema";

interface VersionTimelineProps {
  scene: SceneDetail;
  mayChange: boolean;
  verbs: Pick<SceneVerbs, "returnScene" | "cancelVersion">;
}

/** Everything the scene has meant or will mean: who, why, from when; the newest first. */
export function VersionTimeline({ scene, mayChange, verbs }: VersionTimelineProps) {
  const t = useTranslations("scenes.detail.versions");
  return (
    <SectionCard title={t("title")} description={t("text")}>
      <ol className="divide-y divide-separator">
        {scene.versions.map((version, place) => (
          <li key={version.version} className="py-4 first:pt-1 last:pb-0">
            <VersionItem
              scene={scene}
              version={version}
              before={scene.versions[place + 1]}
              mayChange={mayChange}
              verbs={verbs}
            />
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}

interface VersionItemProps extends VersionTimelineProps {
  version: SceneVersionRow;
  /** The one it was made after. */
  before: SceneVersionRow | undefined;
}

function VersionItem({ scene, version, before, mayChange, verbs }: VersionItemProps) {
  const t = useTranslations("scenes.detail.versions");
  const { version: number, state, why, returnsTo, createdBy } = version;
  return (
    <article aria-label={t("number", { version: number })} className="flex gap-3">
      <PersonAvatar name={createdBy ?? "—"} />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="font-medium">{t("number", { version: number })}</h3>
          <VersionStateChip state={state} />
          {returnsTo === null ? null : (
            <span className="text-sm text-muted">{t("returnsTo", { version: returnsTo })}</span>
          )}
          {mayChange ? (
            <span className="ms-auto">
              <VersionButtons scene={scene} version={version} verbs={verbs} />
            </span>
          ) : null}
        </div>
        <p className="text-sm text-muted">
          {createdBy ? `${createdBy} · ` : null}
          {number === 1 ? t("minted") : t("from")}{" "}
          <TimeStamp at={version.effectiveFrom} as="exact" />
        </p>
        {version.cancelledAt ? (
          <p className="text-sm text-muted">
            {t("cancelledBy", { name: version.cancelledBy ?? "" })}{" "}
            <TimeStamp at={version.cancelledAt} as="exact" />
          </p>
        ) : null}
        {why ? <p className="break-words">{why}</p> : null}
        {before ? <DifferenceTable before={before} after={version} /> : null}
        <details>
          <summary className="w-fit cursor-pointer text-sm text-muted hover:text-foreground">
            {t("whole")}
          </summary>
          <div className="mt-1.5">
            <JsonBlock
              value={{ page: version.page, payload: version.payload }}
              label={t("wholeOf", { version: number })}
            />
          </div>
        </details>
      </div>
    </article>
  );
}

function VersionButtons({ scene, version, verbs }: Omit<VersionItemProps, "before" | "mayChange">) {
  const t = useTranslations("scenes.detail.versions");
  const [isAsked, setAsked] = useState(false);
  const { run, isPending, problem } = useRefreshingAction(verbs.cancelVersion);
  const { version: number, state } = version;

  async function cancel() {
    if (await run({ sceneId: scene.id, version: number }, t("cancelled"))) setAsked(false);
  }

  if (state === "past") {
    return <ReturnDialog scene={scene} version={version} returnScene={verbs.returnScene} />;
  }
  if (state !== "ahead") return null;
  return (
    <>
      <Button
        size="sm"
        variant="outline"
        aria-label={t("cancelOf", { version: number })}
        onPress={() => setAsked(true)}
      >
        <X aria-hidden className="size-4" />
        {t("cancel")}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        onOpenChange={setAsked}
        title={t("cancelTitle", { version: number })}
        confirmLabel={t("cancelConfirm")}
        isPending={isPending}
        onConfirm={() => void cancel()}
      >
        <div className="flex flex-col gap-3">
          <ProblemBanner problem={problem} />
          <p>{t("cancelText")}</p>
        </div>
      </ConfirmDialog>
    </>
  );
}
