import { getFormatter, getTranslations } from "next-intl/server";
import { quotaLevel } from "@/components/layout/quota-level";
import { FigureCard } from "@/components/ui/figure-card";
import { QuotaMeter } from "@/components/ui/quota-meter";
import { TextLink } from "@/components/ui/text-link";
import type { QuotaNumbers } from "@/lib/mini-programs/schema";

interface Count {
  count: number;
  capped: boolean;
}

interface OverviewFiguresProps {
  quota: QuotaNumbers;
  minted: Count;
  thisWeek: Count;
  unknown: Count;
}

/** Four numbers of the chosen mini program; a capped count says so with a plus sign. */
export async function OverviewFigures({ quota, minted, thisWeek, unknown }: OverviewFiguresProps) {
  const t = await getTranslations("overview.figures");
  const tQuota = await getTranslations("frame.quota");
  const format = await getFormatter();
  const figure = (count: number) => format.number(count);
  const counted = ({ count, capped }: Count) => `${figure(count)}${capped ? "+" : ""}`;
  const { spent, reserved, left, lifetimeLimit } = quota;
  const limit = figure(lifetimeLimit);
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
            {t("ofLimit", { limit })}
          </div>
        }
      />
      <FigureCard
        label={t("spent")}
        figure={figure(spent)}
        note={reserved > 0 ? t("reserved", { count: figure(reserved) }) : t("nothingReserved")}
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
