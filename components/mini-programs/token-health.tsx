"use client";

import { CircleCheck, Clock, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConsentChip } from "@/components/mini-programs/consent-chip";
import { ConsentTrouble } from "@/components/mini-programs/consent-trouble";
import { RefusedAddress } from "@/components/mini-programs/refused-address";
import { TakenOverNote } from "@/components/mini-programs/taken-over-note";
import { TokenFailures } from "@/components/mini-programs/token-failures";
import { CopyButton } from "@/components/ui/copy-button";
import { FactList } from "@/components/ui/fact-list";
import type { Fact } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { StatusChip } from "@/components/ui/status-chip";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import type {
  TokenHealth as Health,
  PlatformConsent,
  TokenSource,
} from "@/lib/mini-programs/schema";

interface TokenHealthProps {
  tokenSource: TokenSource;
  health: Health;
}

/** How the tokens fare: age, end, troubles, and what to do about them. */
export function TokenHealth({ tokenSource, health }: TokenHealthProps) {
  const t = useTranslations("miniPrograms.health");
  const tSource = useTranslations("miniPrograms.source");
  const { token, fetchedAt, refusedIp, takenOver, failures, platform, tokenServer } = health;
  const consent = tokenSource === "platform" ? platform : null;
  const isRefusedNow = isAfter(refusedIp?.at, fetchedAt);
  const facts: Fact[] = [
    { term: t("source"), value: tSource(`names.${tokenSource}`) },
    ...(tokenSource === "token_server" && tokenServer
      ? [
          {
            term: t("server"),
            value: <code className="font-mono text-xs break-all">{tokenServer.url}</code>,
          },
        ]
      : []),
    ...(consent ? consentFacts(t, consent) : []),
    ...tokenFacts(t, health),
    ...(refusedIp && !isRefusedNow
      ? [
          {
            term: t("ipTitle"),
            value: (
              <span className="-my-1.5 flex items-center gap-1">
                <code className="font-mono">{refusedIp.address}</code>
                <CopyButton text={refusedIp.address} label={t("ip")} />
              </span>
            ),
          },
        ]
      : []),
  ];
  const isTroubled =
    (consent && (consent.withdrawnAt || !consent.mayMint)) ||
    takenOver.count > 0 ||
    isAfter(failures[0]?.at, fetchedAt);
  const chip = isTroubled ? (
    <StatusChip tone="warning" icon={TriangleAlert}>
      {t("troubled")}
    </StatusChip>
  ) : token ? (
    <StatusChip tone="success" icon={CircleCheck}>
      {t("good")}
    </StatusChip>
  ) : (
    <StatusChip tone="default" icon={Clock}>
      {t("waiting")}
    </StatusChip>
  );
  return (
    <SectionCard title={t("title")} description={t("text")} actions={chip}>
      <div className="flex flex-col gap-4">
        {consent ? <ConsentTrouble platform={consent} /> : null}
        {takenOver.lastAt ? (
          <TakenOverNote count={takenOver.count} lastAt={takenOver.lastAt} />
        ) : null}
        {refusedIp && isRefusedNow ? (
          <RefusedAddress refusedIp={refusedIp} isPlatform={tokenSource === "platform"} />
        ) : null}
        <FactList facts={facts} />
        <TokenFailures failures={failures} />
      </div>
    </SectionCard>
  );
}

/** Whether the first came last; false when there was no first. */
function isAfter(first: Date | undefined, second: Date | null): boolean {
  return first !== undefined && (second === null || new Date(first) > new Date(second));
}

function tokenFacts(t: (key: string) => string, { token, fetchedAt }: Health): Fact[] {
  if (!token) {
    return [
      { term: t("token"), value: t(fetchedAt ? "noToken" : "neverFetched") },
      ...(fetchedAt ? [{ term: t("lastFetched"), value: <TimeStamp at={fetchedAt} /> }] : []),
    ];
  }
  return [
    ...(fetchedAt ? [{ term: t("fetched"), value: <TimeStamp at={fetchedAt} /> }] : []),
    { term: t("refreshes"), value: <TimeStamp at={token.refreshesAt} /> },
    { term: t("expires"), value: <TimeStamp at={token.expiresAt} /> },
  ];
}

function consentFacts(
  t: (key: string, values?: Record<string, string>) => string,
  platform: PlatformConsent,
): Fact[] {
  return [
    {
      term: t("consent"),
      value: (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink href={`/mini-programs/platforms/${platform.platformId}`}>
            {platform.platformName}
          </TextLink>
          <ConsentChip platform={platform} />
        </span>
      ),
    },
    { term: t("since"), value: <TimeStamp at={platform.authorizedAt} as="exact" /> },
    ...(platform.withdrawnAt
      ? [{ term: t("withdrawnAt"), value: <TimeStamp at={platform.withdrawnAt} as="exact" /> }]
      : []),
    { term: t("sets"), value: platform.permissionSets.join(", ") || "—" },
  ];
}
