import { QrCode } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CodeStatusChip } from "@/components/codes/words/code-status-chip";
import { CodeThumbnail } from "@/components/codes/words/code-thumbnail";
import { EnvChip } from "@/components/codes/words/env-chip";
import { KindChip } from "@/components/codes/words/kind-chip";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { CodeRow } from "@/lib/codes/list-codes";

/** The last few codes as pictures, the newest first. */
export async function LatestCodes({ rows, mayMint }: { rows: CodeRow[]; mayMint: boolean }) {
  const t = await getTranslations("overview");
  if (rows.length === 0) {
    return (
      <SectionCard isFlush>
        <EmptyState
          icon={QrCode}
          title={t("none")}
          action={mayMint ? <ButtonLink href="/codes/new">{t("newCode")}</ButtonLink> : null}
        >
          {mayMint ? t("noneText") : t("noneRead")}
        </EmptyState>
      </SectionCard>
    );
  }
  return (
    <SectionCard
      title={t("latest")}
      description={t("latestHint")}
      actions={<TextLink href="/codes?envVersion=any">{t("all")}</TextLink>}
    >
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {rows.map((code) => (
          <li key={code.id}>
            <Link
              href={`/codes/${code.id}`}
              className="flex h-full flex-col gap-2.5 rounded-xl border border-border p-2.5 transition-colors hover:bg-surface-secondary"
            >
              <CodeThumbnail
                codeId={code.id}
                status={code.status}
                className="aspect-square w-full"
              />
              <span className="min-w-0 px-0.5">
                <span className="block truncate font-medium">{code.label}</span>
                <span className="block truncate text-xs text-muted">
                  <TimeStamp at={code.createdAt} />
                </span>
              </span>
              <span className="mt-auto flex flex-wrap gap-1">
                <KindChip kind={code.kind} />
                <EnvChip envVersion={code.envVersion} />
                {code.status === "minted" ? null : <CodeStatusChip status={code.status} />}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
