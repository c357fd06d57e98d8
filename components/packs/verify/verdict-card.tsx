"use client";

import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";
import { PathList } from "@/components/packs/verify/path-list";
import { verdictOf } from "@/components/packs/verify/verdict-of";
import type { Verdict } from "@/components/packs/verify/verdict-of";
import { Copyable } from "@/components/ui/copyable";
import { FactList } from "@/components/ui/fact-list";
import type { Fact } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { PackCheck } from "@/lib/packs/verify/check-pack";
import type { FoundPack } from "@/lib/packs/verify-schema";

const STATUS: Partial<Record<Verdict, "success" | "danger">> = {
  genuine: "success",
  genuineFile: "success",
  altered: "danger",
  alteredUnknown: "danger",
  broken: "danger",
};

interface VerdictCardProps {
  check: PackCheck;
  found: FoundPack | null;
}

/** What a file turned out to be: the verdict, which pack it is, and every file that is not as it was. */
export function VerdictCard({ check, found }: VerdictCardProps) {
  const t = useTranslations("packs.verify");
  const verdict = verdictOf(check, found);
  const counts: Record<string, number> =
    check.kind === "pack"
      ? {
          files: check.fileCount,
          missing: check.missing.length,
          changed: check.changed.length,
          added: check.added.length,
        }
      : {};
  return (
    <>
      <Alert status={STATUS[verdict] ?? "warning"}>
        <Alert.Indicator />
        <Alert.Content>
          <Alert.Title>{t(`verdict.${verdict}.title`)}</Alert.Title>
          <Alert.Description>{t(`verdict.${verdict}.text`, counts)}</Alert.Description>
        </Alert.Content>
      </Alert>
      <SectionCard>
        <Facts check={check} found={found} />
      </SectionCard>
      {check.kind === "pack" ? (
        <>
          <PathList name="missing" paths={check.missing} />
          <PathList name="changed" paths={check.changed} />
          <PathList name="added" paths={check.added} />
        </>
      ) : null}
    </>
  );
}

function Facts({ check, found }: VerdictCardProps) {
  const t = useTranslations("packs");
  const facts: Fact[] = [];
  if (found) {
    const { id, name, form, createdBy, createdAt } = found;
    facts.push(
      { term: t("verify.facts.pack"), value: <TextLink href={`/packs/${id}`}>{name}</TextLink> },
      { term: t("verify.facts.form"), value: t(`forms.${form}.title`) },
      { term: t("verify.facts.createdBy"), value: createdBy },
      { term: t("verify.facts.createdAt"), value: <TimeStamp at={createdAt} as="exact" /> },
    );
  } else if (check.kind === "pack") {
    facts.push({ term: t("verify.facts.namesItself"), value: check.pack.name });
  }
  const hash = t(`verify.facts.${check.kind === "pack" ? "manifestHash" : "fileHash"}`);
  facts.push({ term: hash, value: <Copyable text={check.sha256} label={hash} /> });
  return <FactList facts={facts} />;
}
