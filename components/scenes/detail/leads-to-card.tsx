"use client";

import { Button, useIsHydrated } from "@heroui/react";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Copyable } from "@/components/ui/copyable";
import { JsonBlock } from "@/components/codes/detail/json-block";
import { ChangeForm } from "@/components/scenes/detail/change-form";
import { readSceneDraft, sceneDraftKey } from "@/components/scenes/detail/scene-draft";
import type { SceneVerbs } from "@/components/scenes/detail/scene-verbs";
import { useRefreshAt } from "@/components/scenes/detail/use-refresh-at";
import { FactList } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { SceneDetail } from "@/lib/scenes/schema";

interface LeadsToCardProps {
  scene: SceneDetail;
  personId: string;
  mayChange: boolean;
  changeScene: SceneVerbs["changeScene"];
}

/** Where a scan leads now; opened, the form that changes it. */
export function LeadsToCard({ scene, personId, mayChange, changeScene }: LeadsToCardProps) {
  const t = useTranslations("scenes.detail.leadsTo");
  const isHydrated = useIsHydrated();
  const draftKey = sceneDraftKey(personId, scene.id);
  const [draft, setDraft] = useState(() =>
    typeof window === "undefined" ? null : readSceneDraft(window.localStorage, draftKey),
  );
  const [isAsked, setAsked] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const isOpen = mayChange && (isAsked || (isHydrated && draft !== null));

  useRefreshAt(scene.nextChangeAt);

  // Who closes the form goes on where they opened it.
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  function close() {
    setDraft(null);
    setAsked(false);
  }

  return (
    <SectionCard
      title={t(isOpen ? "change" : scene.state === "retired" ? "titleRetired" : "title")}
      description={isOpen ? t("changeText") : undefined}
      actions={
        mayChange && !isOpen ? (
          <Button ref={opener} size="sm" onPress={() => setAsked(true)}>
            <Pencil aria-hidden className="size-4" />
            {t("open")}
          </Button>
        ) : null
      }
    >
      {isOpen ? (
        <ChangeForm
          scene={scene}
          draftKey={draftKey}
          draft={draft}
          changeScene={changeScene}
          onForget={() => {
            setAsked(true);
            setDraft(null);
          }}
          onClose={close}
        />
      ) : (
        <InForce scene={scene} />
      )}
    </SectionCard>
  );
}

function InForce({ scene: { inForce, nextChangeAt, state } }: { scene: SceneDetail }) {
  const t = useTranslations("scenes.detail.leadsTo");
  return (
    <FactList
      facts={[
        {
          term: t("page"),
          value:
            inForce.page === "" ? (
              t("homePage")
            ) : (
              <Copyable text={inForce.page} label={t("page")} />
            ),
        },
        {
          term: t("payload"),
          value:
            inForce.payload === null ? (
              <span className="text-muted">{t("noPayload")}</span>
            ) : (
              <JsonBlock value={inForce.payload} label={t("payload")} />
            ),
        },
        { term: t("version"), value: t("versionValue", { version: inForce.version }) },
        { term: t("since"), value: <TimeStamp at={inForce.since} as="exact" /> },
        ...(state === "ahead" && nextChangeAt
          ? [{ term: t("until"), value: <TimeStamp at={nextChangeAt} as="exact" /> }]
          : []),
      ]}
    />
  );
}
