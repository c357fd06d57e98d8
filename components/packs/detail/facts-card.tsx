"use client";

import { useTranslations } from "next-intl";
import { LeftOutList } from "@/components/packs/words/left-out-list";
import { leftOutTotal } from "@/components/packs/words/left-out-parts";
import { FactList } from "@/components/ui/fact-list";
import type { Fact } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { TextLink } from "@/components/ui/text-link";
import type { PackDetail } from "@/lib/packs/pack-view";
import type { PackOptions } from "@/lib/packs/schema";

interface FactsCardProps {
  pack: PackDetail;
  /** Of the frame or the poster; null when it has none or is gone. */
  lookName: string | null;
}

/** What was chosen, what of it was left out, and how it was to look. */
export function FactsCard({ pack, lookName }: FactsCardProps) {
  const t = useTranslations("packs");
  const { form, options, leftOut, auditSeq } = pack;
  const left = leftOutTotal(leftOut);
  const facts: Fact[] = [
    { term: t("detail.form"), value: t(`forms.${form}.title`) },
    { term: t("detail.chosen"), value: <ChosenFrom pack={pack} /> },
    {
      term: t("detail.leftOut"),
      value: left === 0 ? t("detail.nothingLeftOut") : <LeftOutList leftOut={leftOut} />,
    },
    ...optionFacts(options, lookName, t),
    {
      term: t("detail.logEntry"),
      value: (
        <TextLink href="/audit?action=pack.ordered">
          {t("detail.logNumber", { number: String(auditSeq) })}
        </TextLink>
      ),
    },
  ];
  return (
    <SectionCard title={t("detail.facts")}>
      <FactList facts={facts} />
    </SectionCard>
  );
}

function ChosenFrom({ pack: { selection, chosenFrom } }: { pack: PackDetail }) {
  const t = useTranslations("packs.chosen");
  if (!chosenFrom) {
    const count = selection.kind === "codes" ? selection.codeIds.length : 0;
    return t(selection.kind, { count, name: "" });
  }
  const { kind, id, name } = chosenFrom;
  const href = kind === "batch" ? `/batches/${id}` : `/codes?campaignId=${id}`;
  return <TextLink href={href}>{t(kind, { name })}</TextLink>;
}

type Words = ReturnType<typeof useTranslations<"packs">>;

function optionFacts(options: PackOptions, lookName: string | null, t: Words): Fact[] {
  switch (options.form) {
    case "labels": {
      const { labelWidth, labelHeight, copies } = options.labels;
      const size = t("detail.millimetres", { width: labelWidth, height: labelHeight });
      return [
        { term: t("detail.labelSize"), value: size },
        { term: t("detail.copies"), value: copies },
      ];
    }
    case "spreadsheet": {
      const { columns, hasThumbnails } = options.spreadsheet;
      return [
        { term: t("detail.columns"), value: columns.length },
        {
          term: t("detail.thumbnails"),
          value: t(hasThumbnails ? "detail.yes" : "detail.no"),
        },
      ];
    }
    default: {
      const { nameTemplate, isAscii } = options;
      const drawn = "drawing" in options ? options.drawing : null;
      const look = { term: t("detail.look"), value: lookName ?? t("detail.lookGone") };
      const type = { term: t("detail.imageType"), value: drawn?.imageType.toUpperCase() };
      return [
        ...(drawn ? [look, type] : []),
        {
          term: t("naming.template"),
          value: <code className="font-mono text-[13px] break-all">{nameTemplate}</code>,
        },
        { term: t("naming.ascii"), value: t(isAscii ? "detail.yes" : "detail.no") },
      ];
    }
  }
}
