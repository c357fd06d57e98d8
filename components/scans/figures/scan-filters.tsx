"use client";

import { Button } from "@heroui/react";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DayField } from "@/components/codes/list/day-field";
import { SCAN_PERIODS, exportAddress } from "@/components/scans/figures/scan-params";
import { useScanParams } from "@/components/scans/figures/use-scan-params";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { TableLinks } from "@/components/ui/table-links";

interface ScanFiltersProps {
  miniProgramId: string;
  /** The days that are shown. */
  from: string;
  to: string;
  campaigns: readonly { id: string; name: string }[];
}

const OWN = "own";
const ANY = "any";
const NONE = "none";

/** Which days, of what, and all of it as a file. */
export function ScanFilters({ miniProgramId, from, to, campaigns }: ScanFiltersProps) {
  const t = useTranslations("scans.filters");
  const { params, ask } = useScanParams();
  const hasOwn = params.from !== null || params.to !== null;
  const [isOwn, setOwn] = useState(hasOwn);
  const showsOwn = isOwn || hasOwn;
  const isRefused = params.from !== null && params.to !== null && params.from !== from;

  function choosePeriod(value: string) {
    const period = SCAN_PERIODS.find((known) => known === value);
    setOwn(!period);
    if (period) ask({ period, from: null, to: null });
  }

  return (
    <div className="mb-4 flex flex-col gap-2">
      <div className="grid grid-cols-2 items-end gap-2 md:flex md:flex-wrap">
        <ChoiceSelect
          label={t("period")}
          className="md:w-40"
          value={showsOwn ? OWN : params.period}
          onChange={choosePeriod}
          options={[
            ...SCAN_PERIODS.map((days) => ({ id: days, label: t("lastDays", { days }) })),
            { id: OWN, label: t("own") },
          ]}
        />
        <ChoiceSelect
          label={t("campaign")}
          className="md:w-48"
          value={params.campaign ?? ANY}
          onChange={(value) => ask({ campaign: value === ANY ? null : value })}
          options={[
            { id: ANY, label: t("anyCampaign") },
            { id: NONE, label: t("noCampaign") },
            ...campaigns.map(({ id, name }) => ({ id, label: name })),
          ]}
        />
        {showsOwn ? (
          <>
            <div className="md:w-40">
              <DayField
                label={t("from")}
                day={params.from ?? from}
                onChange={(day) => ask({ from: day, to: params.to ?? to })}
              />
            </div>
            <div className="md:w-40">
              <DayField
                label={t("to")}
                day={params.to ?? to}
                onChange={(day) => ask({ from: params.from ?? from, to: day })}
              />
            </div>
          </>
        ) : null}
        {params.scene === null ? null : (
          <Button variant="ghost" onPress={() => ask({ scene: null })}>
            <X />
            {t("allScenes")}
          </Button>
        )}
        <span className="md:ms-auto">
          <TableLinks
            label={t("export")}
            title={t("exportTitle")}
            addressOf={(format) => exportAddress("days", miniProgramId, params, format)}
          />
        </span>
      </div>
      {isRefused ? (
        <p role="status" className="text-sm text-warning-soft-foreground">
          {t("noSpan")}
        </p>
      ) : null}
    </div>
  );
}
