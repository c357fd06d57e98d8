import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { SectionCard } from "@/components/ui/section-card";
import type { PlatformRow } from "@/lib/platforms/schema";

/** What has to be entered at WeChat's Open Platform, ready to be copied. */
export function ConsoleSteps({
  platform: { pushUrl, isSandbox },
}: {
  platform: Pick<PlatformRow, "pushUrl" | "isSandbox">;
}) {
  const t = useTranslations("platforms.steps");
  return (
    <SectionCard title={t("title")} description={isSandbox ? t("sandbox") : t("text")}>
      <ol className="flex list-decimal flex-col gap-3 ps-5 marker:text-muted">
        <Step title={t("events")} text={t("eventsText")}>
          <CopyLine text={pushUrl} label={t("events")} />
        </Step>
        <Step title={t("domain")} text={t("domainText")}>
          <CopyLine text={new URL(pushUrl).hostname} label={t("domain")} />
        </Step>
        <Step title={t("secrets")} text={t("secretsText")} />
        <Step title={t("ip")} text={t("ipText")} />
      </ol>
    </SectionCard>
  );
}

function Step({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <li>
      <p className="font-medium">{title}</p>
      <p className="text-sm text-muted">{text}</p>
      {children}
    </li>
  );
}

function CopyLine({ text, label }: { text: string; label: string }) {
  return (
    <p className="mt-1 flex min-w-0 items-center gap-1">
      <code className="min-w-0 font-mono text-xs break-all">{text}</code>
      <CopyButton text={text} label={label} />
    </p>
  );
}
