import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { SandboxChip } from "@/components/mini-programs/sandbox-chip";
import { TicketChip } from "@/components/platforms/ticket-chip";
import type { PlatformRow } from "@/lib/platforms/schema";

/** One row per platform, stacked on a phone; the whole row leads to its page. */
export function PlatformList({ rows }: { rows: readonly PlatformRow[] }) {
  const t = useTranslations("platforms");
  return (
    <ul className="divide-y divide-separator">
      {rows.map((row) => (
        <li key={row.id}>
          <Link
            href={`/mini-programs/platforms/${row.id}`}
            className="grid items-center gap-x-6 gap-y-2.5 px-5 py-3.5 transition-colors hover:bg-surface-secondary md:grid-cols-[minmax(0,1.2fr)_minmax(0,1.2fr)_11rem_1rem]"
          >
            <span className="min-w-0">
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium break-words">{row.name}</span>
                {row.isSandbox ? <SandboxChip /> : null}
              </span>
              <span className="font-mono text-xs text-muted">{row.componentAppId}</span>
            </span>
            <TicketChip {...row} />
            <span className="text-xs text-muted">{t("count", { count: row.authorizedCount })}</span>
            <ChevronRight aria-hidden className="hidden size-4 text-muted md:block" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
