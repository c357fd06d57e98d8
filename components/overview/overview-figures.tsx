import { getFormatter, getTranslations } from "next-intl/server";
import { quotaLevel, shareLevel } from "@/components/layout/quota-level";
import { FigureCard } from "@/components/ui/figure-card";
import { QuotaMeter } from "@/components/ui/quota-meter";
import { TextLink } from "@/components/ui/text-link";
import type { QuotaNumbers } from "@/lib/mini-programs/schema";
import type { QuotaOverview } from "@/lib/quota/schema";

interface Count {
  count: number;
  capped: boolean;
}

interface OverviewFiguresProps {
  quota: QuotaNumbers;
  /** The second clock. */
  today: QuotaOverview["today"];
  minted: Count;
  thisWeek: Count;
  unknown: Count;
}

/** The two clocks of the chosen mini program and two counts; a capped one says so with a plus sign. */
export async function OverviewFigures({
  quota,
  today,
  minted,
  thisWeek,
  unknown,
}: OverviewFiguresProps) {
  const t = await getTranslations("overview.figures");
  const tQuota = await getTranslations("frame.quota");
  const format = await getFormatter();
  const figure = (count: number) => format.number(count);
  const counted = ({ count, capped }: Count) => `${figure(count)}${capped ? "+" : ""}`;
  const { spent, reserved, left, lifetimeLimit } = quota;
  const limit = figure(lifetimeLimit);
  const dailyLimit = figure(today.dailyLimit);
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-4">
      <FigureCard
        label={t("left")}
        figure={figure(left)}
        note={
          <div className="flex flex-col gap-2 pt-1">
            <QuotaMeter
              label={tQuota("meter", { used: figure(spent + reserved), limit })}
              spent={spent}
              reserved={reserved}
              limit={lifetimeLimit}
              tone={quotaLevel(quota)}
            />
            <span>
              {t("ofLimit", { limit })} · {tQuota("spent", { count: figure(spent) })} ·{" "}
              {tQuota("reserved", { count: figure(reserved) })}
            </span>
          </div>
        }
      />
      <FigureCard
        label={t("today")}
        figure={figure(today.aCallsLeft)}
        note={
          <div className="flex flex-col gap-2 pt-1">
            <QuotaMeter
              label={tQuota("todayMeter", { used: figure(today.aCalls), limit: dailyLimit })}
              spent={today.aCalls}
              reserved={0}
              limit={Math.max(today.dailyLimit, 1)}
              tone={shareLevel(today.aCalls, today.dailyLimit)}
            />
            {t("ofDay", { limit: dailyLimit })}
          </div>
        }
      />
      <FigureCard
        label={t("minted")}
        figure={counted(minted)}
        note={t("week", { count: counted(thisWeek) })}
      />
      <FigureCard
        label={t("unknown")}
        figure={counted(unknown)}
        note={
          unknown.count > 0 ? (
            <TextLink href="/codes?status=unknown&envVersion=any">{t("unknownNote")}</TextLink>
          ) : (
            t("unknownNone")
          )
        }
      />
    </div>
  );
}
