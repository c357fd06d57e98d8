import { ChevronRight, CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/section-card";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { AuthorizedRow } from "@/lib/mini-programs/list-authorized";

/** The mini programs whose owners consented, those that withdrew it included. */
export function AuthorizedList({ rows }: { rows: readonly AuthorizedRow[] }) {
  const t = useTranslations("platforms.authorized");
  return (
    <SectionCard title={t("title")} isFlush={rows.length > 0}>
      {rows.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-separator border-t border-separator">
          {rows.map((row) => (
            <li key={row.id}>
              <Link
                href={`/mini-programs/${row.id}`}
                className="flex items-center gap-4 px-5 py-3 transition-colors hover:bg-surface-secondary"
              >
                <span className="min-w-0 flex-1">
                  <span className="flex flex-wrap items-center gap-2">
                    <span className="font-medium break-words">{row.name}</span>
                    <ConsentState row={row} />
                  </span>
                  <span className="flex flex-wrap gap-x-3 text-xs text-muted">
                    <span className="font-mono">{row.wechatAppId}</span>
                    <span>
                      {t(row.withdrawnAt ? "until" : "since")}{" "}
                      <TimeStamp at={row.withdrawnAt ?? row.authorizedAt} />
                    </span>
                  </span>
                </span>
                <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

function ConsentState({ row }: { row: AuthorizedRow }) {
  const t = useTranslations("platforms.authorized");
  if (row.withdrawnAt) {
    return (
      <StatusChip tone="danger" icon={CircleX}>
        {t("withdrawn")}
      </StatusChip>
    );
  }
  return row.mayMint ? (
    <StatusChip tone="success" icon={CircleCheck}>
      {t("may")}
    </StatusChip>
  ) : (
    <StatusChip tone="warning" icon={TriangleAlert}>
      {t("noCodes")}
    </StatusChip>
  );
}
