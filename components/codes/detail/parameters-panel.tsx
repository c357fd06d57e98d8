"use client";

import { useTranslations } from "next-intl";
import { FactList } from "@/components/ui/fact-list";
import type { Fact } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { splitColor } from "@/components/codes/picture/contrast";
import type { CodeDetail } from "@/lib/codes/schema";

/** What WeChat was asked for. */
export function ParametersPanel({ code }: { code: CodeDetail }) {
  const t = useTranslations("codeDetail.parameters");
  const words = useTranslations("codes");
  const yesNo = (is: boolean) => t(is ? "yes" : "no");
  const look: Fact[] = [
    {
      term: t("color"),
      value: code.autoColor ? (
        t("autoColor")
      ) : (
        <span className="flex items-center gap-2">
          <span
            aria-hidden
            className="size-4 rounded border border-border"
            style={{ background: code.lineColor }}
          />
          <span className="font-mono text-[13px]">{code.lineColor}</span>
          <span className="text-muted">rgb({splitColor(code.lineColor).join(", ")})</span>
        </span>
      ),
    },
    { term: t("isHyaline"), value: yesNo(code.isHyaline) },
  ];
  const facts: Fact[] = [
    { term: t("kind"), value: words(`kindLong.${code.kind}`) },
    { term: t("envVersion"), value: words(`env.${code.envVersion}`) },
    ...(code.kind === "WXACODE_UNLIMITED"
      ? [{ term: t("checkPath"), value: yesNo(code.checkPath) }]
      : []),
    { term: t("width"), value: t("pixels", { count: code.width }) },
    ...(code.kind === "WXA_QRCODE" ? [] : look),
    ...(code.reason ? [{ term: t("reason"), value: code.reason }] : []),
  ];
  return (
    <SectionCard title={t("title")}>
      <FactList facts={facts} />
    </SectionCard>
  );
}
