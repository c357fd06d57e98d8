"use client";

import { useTranslations } from "next-intl";
import { Copyable } from "@/components/ui/copyable";
import { JsonBlock } from "@/components/codes/detail/json-block";
import { receivedExample } from "@/components/codes/detail/received-example";
import { FactList } from "@/components/ui/fact-list";
import type { Fact } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { TextLink } from "@/components/ui/text-link";
import type { CodeDetail } from "@/lib/codes/schema";

/** What the code carries, and what the mini program gets of it. */
export function CarriesPanel({ code }: { code: CodeDetail }) {
  const t = useTranslations("codeDetail.carries");
  const isUnlimited = code.kind === "WXACODE_UNLIMITED";
  const isGame = code.miniProgram.appKind === "mini_game";
  const hasPayload = code.payload !== null && code.payload !== undefined;
  const facts: Fact[] = [
    {
      term: t(isUnlimited ? "page" : "path"),
      value:
        code.target === "" ? (
          t(isGame ? "gameStart" : "homePage")
        ) : (
          <Copyable text={code.target} label={t(isUnlimited ? "page" : "path")} />
        ),
    },
    ...(code.scene
      ? [{ term: t("scene"), value: <Copyable text={code.scene} label={t("scene")} /> }]
      : []),
    ...(code.sceneId
      ? [
          {
            term: t("leadsTo"),
            value: <TextLink href={`/scenes/${code.sceneId}`}>{t("sceneLink")}</TextLink>,
          },
        ]
      : []),
    ...(hasPayload
      ? [{ term: t("payload"), value: <JsonBlock value={code.payload} label={t("payload")} /> }]
      : []),
    {
      term: t("receives"),
      value: (
        <div className="flex flex-col gap-1.5">
          <pre
            tabIndex={0}
            aria-label={t("receives")}
            className="overflow-x-auto rounded-lg bg-surface-secondary p-3 font-mono text-xs leading-5"
          >
            {receivedExample(code, code.miniProgram.appKind)}
          </pre>
          <span className="text-xs text-muted">{t(receivesText(isUnlimited, isGame))}</span>
        </div>
      ),
    },
  ];
  return (
    <SectionCard title={t("title")}>
      <FactList facts={facts} />
    </SectionCard>
  );
}

function receivesText(isUnlimited: boolean, isGame: boolean) {
  if (isGame) return isUnlimited ? "receivesGameScene" : "receivesGame";
  return isUnlimited ? "receivesScene" : "receivesQuery";
}
