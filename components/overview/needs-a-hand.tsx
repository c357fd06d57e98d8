import { ChevronRight, CircleHelp, Hourglass, Scale, UserCheck } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import Link from "next/link";
import { SectionCard } from "@/components/ui/section-card";
import type { QuotaNoticeRow, QuotaOverview } from "@/lib/quota/schema";

export interface NeedsAHandProps {
  /** The one the screen is about; notices are of all. */
  miniProgramId: string;
  drift: QuotaOverview["drift"];
  unknownCount: number;
  pendingCount: number;
  notices: readonly QuotaNoticeRow[];
}

/** What somebody should look at, each with the way there; nothing while all is well. */
export async function NeedsAHand(props: NeedsAHandProps) {
  const t = await getTranslations("overview.hand");
  const rows = await rowsOf(props);
  if (rows.length === 0) return null;
  return (
    <SectionCard isFlush title={t("title")}>
      <ul className="divide-y divide-separator border-t border-separator">
        {rows.map(({ key, icon: Icon, href, isGrave, title, text }) => (
          <li key={key}>
            <Link
              href={href}
              className="flex items-center gap-3 px-5 py-3 transition-colors hover:bg-surface-secondary"
            >
              <span
                className={`grid size-9 shrink-0 place-items-center rounded-lg ${
                  isGrave
                    ? "bg-danger-soft text-danger-soft-foreground"
                    : "bg-warning-soft text-warning-soft-foreground"
                }`}
              >
                <Icon aria-hidden className="size-4" />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{title}</span>
                <span className="block text-xs text-muted">{text}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
            </Link>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

interface HandRow {
  key: string;
  icon: LucideIcon;
  href: string;
  isGrave: boolean;
  title: string;
  text: string;
}

async function rowsOf(props: NeedsAHandProps): Promise<HandRow[]> {
  const t = await getTranslations("overview.hand");
  const format = await getFormatter();
  const { drift, unknownCount, pendingCount, notices, miniProgramId } = props;
  const levels = notices.map(({ level, used, limit, ...notice }) => ({
    key: notice.miniProgramId,
    icon: Hourglass,
    // The quota screen is about the chosen one; the figures of another stand on its own page.
    href:
      notice.miniProgramId === miniProgramId ? "/quota" : `/mini-programs/${notice.miniProgramId}`,
    isGrave: level >= 95,
    title: t("level", { name: notice.miniProgramName, level }),
    text: t("levelText", { used: format.number(used), limit: format.number(limit) }),
  }));
  const pending = {
    key: "pending",
    icon: UserCheck,
    href: "/quota#approvals",
    isGrave: false,
    title: t("pending", { count: pendingCount }),
    text: t("pendingText"),
  };
  const unknown = {
    key: "unknown",
    icon: CircleHelp,
    href: "/quota#reservations",
    isGrave: false,
    title: t("unknown", { count: unknownCount }),
    text: t("unknownText"),
  };
  const differs = {
    key: "drift",
    icon: Scale,
    href: "/quota",
    isGrave: false,
    title: t(drift.amount > 0 ? "more" : "fewer", { count: Math.abs(drift.amount) }),
    text: t("driftText"),
  };
  return [
    ...levels,
    ...(pendingCount > 0 ? [pending] : []),
    ...(unknownCount > 0 ? [unknown] : []),
    ...(drift.amount === 0 ? [] : [differs]),
  ];
}
