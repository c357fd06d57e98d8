"use client";

import { useTranslations } from "next-intl";
import { Copyable } from "@/components/ui/copyable";
import { TagList } from "@/components/codes/list/tag-list";
import { FactList } from "@/components/ui/fact-list";
import type { Fact } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { CodeDetail } from "@/lib/codes/schema";

/** Whose it is, what for, and when it came to be. */
export function OverviewPanel({ code }: { code: CodeDetail }) {
  const t = useTranslations("codeDetail.overview");
  const facts: Fact[] = [
    { term: t("serial"), value: <Copyable text={code.serial} label={t("serial")} /> },
    {
      term: t("miniProgram"),
      value: (
        <span>
          {code.miniProgram.name}{" "}
          <code className="font-mono text-xs text-muted">{code.miniProgram.wechatAppId}</code>
        </span>
      ),
    },
    {
      term: t("campaign"),
      value: code.campaign ? (
        <TextLink href={`/codes?campaignId=${code.campaign.id}`}>{code.campaign.name}</TextLink>
      ) : (
        "—"
      ),
    },
    { term: t("tags"), value: code.tags.length > 0 ? <TagList tags={code.tags} /> : "—" },
    { term: t("createdBy"), value: code.createdBy },
    { term: t("createdAt"), value: <TimeStamp at={code.createdAt} as="exact" /> },
    ...(code.mintedAt
      ? [{ term: t("mintedAt"), value: <TimeStamp at={code.mintedAt} as="exact" /> }]
      : []),
    { term: t("attempts"), value: t("attemptsValue", { count: code.attemptCount }) },
  ];
  return (
    <SectionCard title={t("title")}>
      <FactList facts={facts} />
    </SectionCard>
  );
}
