"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";
import { quotaLevel, shareLevel } from "@/components/layout/quota-level";
import { QuotaMeter } from "@/components/ui/quota-meter";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";
import type { QuotaOverview } from "@/lib/quota/schema";

interface QuotaCardProps {
  miniProgram: Pick<MiniProgramRow, "id" | "quota">;
  isFolded?: boolean;
  /** Told when the way to the quota screen was taken, so that a sheet can close. */
  onFollow?: () => void;
}

/** At the foot of the side bar: how much of the 100,000 is left, and of today's calls; always in sight. */
export function QuotaCard({ miniProgram, isFolded = false, onFollow }: QuotaCardProps) {
  const t = useTranslations("frame.quota");
  const format = useFormatter();
  const { spent, reserved, left, lifetimeLimit, numUsed, numUsedAt } = miniProgram.quota;
  const count = (figure: number) => format.number(figure);
  const meter = (
    <QuotaMeter
      label={t("meter", { used: count(spent + reserved), limit: count(lifetimeLimit) })}
      spent={spent}
      reserved={reserved}
      limit={Math.max(lifetimeLimit, 1)}
      tone={quotaLevel(miniProgram.quota)}
    />
  );
  if (isFolded) {
    const label = `${t("title")}: ${t("left", { count: count(left) })}`;
    return (
      <Link href="/quota" className="block rounded-md p-1.5" aria-label={label} title={label}>
        {meter}
      </Link>
    );
  }
  return (
    <Link
      href="/quota"
      onClick={onFollow}
      className="block rounded-xl border border-border bg-surface p-3 transition-colors hover:bg-surface-secondary"
    >
      <span className="block text-xs text-muted">{t("title")}</span>
      <span className="flex items-baseline justify-between gap-2">
        <span className="font-semibold">{t("left", { count: count(left) })}</span>
        <span className="text-xs text-muted">{t("of", { limit: count(lifetimeLimit) })}</span>
      </span>
      <span className="my-2 block">{meter}</span>
      <span className="flex flex-wrap gap-x-2 text-xs text-muted">
        <span>{t("spent", { count: count(spent) })}</span>
        <span>{t("reserved", { count: count(reserved) })}</span>
      </span>
      <span className="mt-0.5 block text-xs text-muted">
        {numUsed === null ? t("wechatSilent") : t("wechat", { count: count(numUsed) })}
        {numUsedAt ? (
          <>
            {" · "}
            <TimeStamp at={numUsedAt} />
          </>
        ) : null}
      </span>
      <Today miniProgram={miniProgram} />
    </Link>
  );
}

/** The second clock. It moves with calls the frame is not told of, so it is asked for. */
function Today({ miniProgram }: Pick<QuotaCardProps, "miniProgram">) {
  const t = useTranslations("frame.quota");
  const format = useFormatter();
  const { id, quota } = miniProgram;
  const { data, isError } = useQuery({
    // With the figures that change when a code was minted, so that today's are read again then.
    queryKey: ["quota-today", id, quota.spent, quota.reserved],
    queryFn: ({ signal }) => readToday(id, signal),
  });
  const count = (figure: number) => format.number(figure);
  const figures = { used: count(data?.aCalls ?? 0), limit: count(data?.dailyLimit ?? 0) };
  return (
    <span className="mt-2 block border-t border-separator pt-2 text-xs text-muted">
      <span className="flex items-baseline justify-between gap-2">
        <span>{t("today")}</span>
        <span>{data ? t("todayOf", figures) : isError ? t("todayUnread") : "…"}</span>
      </span>
      {data ? (
        <span className="mt-1.5 block">
          <QuotaMeter
            label={t("todayMeter", figures)}
            spent={data.aCalls}
            reserved={0}
            limit={Math.max(data.dailyLimit, 1)}
            tone={shareLevel(data.aCalls, data.dailyLimit)}
          />
        </span>
      ) : null}
    </span>
  );
}

async function readToday(miniProgramId: string, signal: AbortSignal) {
  const response = await fetch(`/api/quota/today?miniProgramId=${miniProgramId}`, { signal });
  if (!response.ok) throw new Error(`today's calls could not be read: ${response.status}`);
  return (await response.json()) as QuotaOverview["today"];
}
