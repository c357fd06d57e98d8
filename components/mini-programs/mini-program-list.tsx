import { Archive, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { quotaLevel } from "@/components/layout/quota-level";
import { CredentialChip } from "@/components/mini-programs/credential-chip";
import { SandboxChip } from "@/components/mini-programs/sandbox-chip";
import { QuotaMeter } from "@/components/ui/quota-meter";
import { StatusChip } from "@/components/ui/status-chip";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

/** One row per mini program, stacked on a phone; the whole row leads to its page. */
export function MiniProgramList({ rows }: { rows: readonly MiniProgramRow[] }) {
  const t = useTranslations("miniPrograms");
  const tCommon = useTranslations("common");
  const tQuota = useTranslations("frame.quota");
  const format = useFormatter();
  return (
    <ul className="divide-y divide-separator">
      {rows.map((row) => {
        const { spent, reserved, left, lifetimeLimit } = row.quota;
        return (
          <li key={row.id}>
            <Link
              href={`/mini-programs/${row.id}`}
              className="grid items-center gap-x-6 gap-y-2.5 px-5 py-3.5 transition-colors hover:bg-surface-secondary md:grid-cols-[minmax(0,1.2fr)_minmax(0,1.2fr)_11rem_1rem]"
            >
              <span className="min-w-0">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="font-medium break-words">{row.name}</span>
                  {row.isSandbox ? <SandboxChip /> : null}
                  {row.archivedAt ? (
                    <StatusChip tone="default" icon={Archive}>
                      {tCommon("archived")}
                    </StatusChip>
                  ) : null}
                </span>
                <span className="font-mono text-xs text-muted">{row.wechatAppId}</span>
              </span>
              <CredentialChip {...row} />
              <span className="flex flex-col gap-1.5">
                <span className="text-xs text-muted">
                  {t("quotaLeft", { count: format.number(left) })}
                </span>
                <QuotaMeter
                  label={tQuota("meter", {
                    used: format.number(spent + reserved),
                    limit: format.number(lifetimeLimit),
                  })}
                  spent={spent}
                  reserved={reserved}
                  limit={lifetimeLimit}
                  tone={quotaLevel(row.quota)}
                />
              </span>
              <ChevronRight aria-hidden className="hidden size-4 text-muted md:block" />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
