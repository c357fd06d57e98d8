"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { SecondFactorOffDialog } from "@/components/account/second-factor-off-dialog";
import { SecondFactorRenewDialog } from "@/components/account/second-factor-renew-dialog";
import { SecondFactorSetup } from "@/components/account/second-factor-setup";
import type { SecondFactorVerbs } from "@/components/account/second-factor-verbs";
import { FactList } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { SecondFactorState } from "@/lib/people/second-factor-schema";

/** With so few left it is time for new ones. */
const FEW_CODES = 3;

interface SecondFactorCardProps {
  state: SecondFactorState;
  verbs: SecondFactorVerbs;
}

/** One's own second factor: setting it up, new recovery codes, turning it off. */
export function SecondFactorCard({ state, verbs }: SecondFactorCardProps) {
  const t = useTranslations("account.secondFactor");
  const router = useRouter();
  const { onSince, recoveryCodesLeft, isRequired, hasPassword } = state;
  const refresh = () => router.refresh();
  if (!onSince) {
    if (!hasPassword) return null;
    return (
      <SectionCard title={t("title")} description={t(isRequired ? "textRequired" : "text")}>
        <SecondFactorSetup begin={verbs.begin} confirm={verbs.confirm} onDone={refresh} />
      </SectionCard>
    );
  }
  return (
    <SectionCard
      title={t("title")}
      description={t("textOn")}
      actions={<StatusChip tone="success">{t("on")}</StatusChip>}
    >
      <FactList
        facts={[
          { term: t("since"), value: <TimeStamp at={onSince} /> },
          {
            term: t("left"),
            value: (
              <span className="flex flex-wrap items-center gap-2">
                {t("leftCount", { count: recoveryCodesLeft })}
                {recoveryCodesLeft <= FEW_CODES ? (
                  <StatusChip tone="warning">{t("few")}</StatusChip>
                ) : null}
              </span>
            ),
          },
        ]}
      />
      <div className="mt-3 flex flex-wrap gap-2">
        <SecondFactorRenewDialog renew={verbs.renew} onRenewed={refresh} />
        {isRequired ? null : <SecondFactorOffDialog end={verbs.end} onEnded={refresh} />}
      </div>
      {isRequired ? <p className="mt-3 text-sm text-muted">{t("staysOn")}</p> : null}
    </SectionCard>
  );
}
