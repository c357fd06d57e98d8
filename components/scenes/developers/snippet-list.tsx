"use client";

import { useTranslations } from "next-intl";
import { buildSnippets, SNIPPETS } from "@/components/scenes/developers/build-snippets";
import type { SnippetName } from "@/components/scenes/developers/build-snippets";
import { CodeBlock } from "@/components/ui/code-block";
import { SectionCard } from "@/components/ui/section-card";
import type { AppKind } from "@/lib/mini-programs/schema";

interface SnippetListProps {
  gateUrl: string;
  wechatAppId: string;
  appKind: AppKind;
}

/** Code to paste, in the order a developer needs it. */
export function SnippetList({ gateUrl, wechatAppId, appKind }: SnippetListProps) {
  const t = useTranslations("forDevelopers.snippets");
  const texts = buildSnippets({ gateUrl, wechatAppId, say: (comment) => t(`comments.${comment}`) });
  const left: Record<AppKind, SnippetName[]> = {
    mini_program: ["game"],
    mini_game: ["app", "page"],
  };
  return (
    <SectionCard title={t("title")} description={t("text")}>
      <ol className="flex flex-col gap-5">
        {SNIPPETS.filter((name) => !left[appKind].includes(name)).map((name) => (
          <li key={name} className="flex flex-col gap-2">
            <h3 className="font-medium">{t(`names.${name}`)}</h3>
            <p className="text-sm text-muted">{t(`about.${name}`)}</p>
            <CodeBlock text={texts[name]} label={t(`names.${name}`)} />
          </li>
        ))}
      </ol>
    </SectionCard>
  );
}
