import { ColorSwatch } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { CredentialChip } from "@/components/mini-programs/credential-chip";
import { CopyButton } from "@/components/ui/copy-button";
import { FactList } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

interface MiniProgramFactsProps {
  miniProgram: MiniProgramRow;
  /** Those who cannot edit see the defaults here. */
  withDefaults: boolean;
}

export function MiniProgramFacts({ miniProgram, withDefaults }: MiniProgramFactsProps) {
  const t = useTranslations("miniPrograms");
  const tQuota = useTranslations("frame.quota");
  const format = useFormatter();
  const { quota, wechatAppId, apiHost, defaultLineColor, defaultPage, defaultWidth } = miniProgram;
  const figure = (count: number) => format.number(count);
  const facts = [
    {
      term: t("fields.appId"),
      value: (
        <span className="-my-1.5 flex items-center gap-1">
          <code className="font-mono">{wechatAppId}</code>
          <CopyButton text={wechatAppId} label={t("fields.appId")} />
        </span>
      ),
    },
    { term: t("fields.kind"), value: t(`kinds.${miniProgram.appKind}`) },
    ...(apiHost
      ? [
          {
            term: t("fields.apiHost"),
            value: <code className="font-mono break-all">{apiHost}</code>,
          },
        ]
      : []),
    { term: t("check.title"), value: <CredentialChip {...miniProgram} /> },
    {
      term: t("fields.quota"),
      value: (
        <>
          <p>
            {tQuota("left", { count: figure(quota.left) })}
            <span className="text-muted">
              {" · "}
              {tQuota("spent", { count: figure(quota.spent) })}
              {" · "}
              {tQuota("reserved", { count: figure(quota.reserved) })}
            </span>
          </p>
          <p className="text-xs text-muted">
            {quota.numUsed === null
              ? tQuota("wechatSilent")
              : tQuota("wechat", { count: figure(quota.numUsed) })}
          </p>
        </>
      ),
    },
    { term: t("fields.created"), value: <TimeStamp at={miniProgram.createdAt} as="exact" /> },
  ];
  const archived = miniProgram.archivedAt
    ? [
        {
          term: t("fields.archived"),
          value: <TimeStamp at={miniProgram.archivedAt} as="exact" />,
        },
      ]
    : [];
  const defaults = withDefaults
    ? [
        {
          term: t("fields.page"),
          value: defaultPage ? (
            <code className="font-mono">{defaultPage}</code>
          ) : (
            t("defaultPageHome")
          ),
        },
        { term: t("fields.width"), value: figure(defaultWidth) },
        {
          term: t("fields.color"),
          value: (
            <span className="flex items-center gap-2">
              <ColorSwatch size="xs" color={defaultLineColor} />
              <code className="font-mono">{defaultLineColor}</code>
            </span>
          ),
        },
      ]
    : [];
  return (
    <SectionCard title={t("facts")}>
      <FactList facts={[...facts, ...archived, ...defaults]} />
    </SectionCard>
  );
}
