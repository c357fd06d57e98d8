"use client";

import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { entryAddress } from "@/components/audit/audit-params";
import { FactList } from "@/components/ui/fact-list";
import type { Fact } from "@/components/ui/fact-list";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { ChainVerdict } from "@/lib/audit/verify-chain";

/** Whether the log holds and what that was compared with, or which entry does not, why, and what to do. */
export function VerdictView({ verdict }: { verdict: ChainVerdict }) {
  const t = useTranslations("audit.verdict");
  const format = useFormatter();
  const { checkpointCount, lastCheckpoint } = verdict;
  const compared: Fact[] = [
    { term: t("checkpoints"), value: format.number(checkpointCount) },
    {
      term: t("lastCheckpoint"),
      value: lastCheckpoint ? (
        <>
          <TimeStamp at={lastCheckpoint.at} as="exact" />{" "}
          <span className="text-muted">{t("atEntry", { seq: lastCheckpoint.seq })}</span>
        </>
      ) : (
        t("noCheckpoint")
      ),
    },
    ...(lastCheckpoint ? [{ term: t("key"), value: <Letters text={lastCheckpoint.keyId} /> }] : []),
  ];
  if (verdict.intact) {
    return (
      <div className="flex flex-col gap-3 text-sm">
        <p className="flex items-center gap-2 text-base font-semibold">
          <ShieldCheck aria-hidden className="size-5 text-success" />
          {t("intact")}
        </p>
        <p>{t("intactText", { count: verdict.entryCount })}</p>
        <FactList
          facts={[...compared, { term: t("headHash"), value: <Letters text={verdict.headHash} /> }]}
        />
        <p className="text-muted">{t("good")}</p>
      </div>
    );
  }
  const { brokenSeq, why, checkpoint } = verdict;
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p className="flex items-center gap-2 text-base font-semibold">
        <ShieldAlert aria-hidden className="size-5 text-danger" />
        {t("broken")}
      </p>
      <p>{t(`why.${why}`)}</p>
      <FactList
        facts={[
          {
            term: t("brokenAt"),
            value: (
              <TextLink href={entryAddress(brokenSeq)}>
                {t("entryNumber", { seq: brokenSeq })}
              </TextLink>
            ),
          },
          ...(checkpoint
            ? [{ term: t("toldBy"), value: <TimeStamp at={checkpoint.at} as="exact" /> }]
            : []),
          ...compared,
          { term: t("whatToDo"), value: t("fix") },
        ]}
      />
    </div>
  );
}

function Letters({ text }: { text: string }) {
  return <span className="font-mono text-xs break-all">{text}</span>;
}
