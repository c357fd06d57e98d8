"use client";

import { Button } from "@heroui/react";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { DayField } from "@/components/codes/list/day-field";
import { isNarrowed } from "@/components/quota/ledger/ledger-params";
import type { LedgerParams } from "@/components/quota/ledger/ledger-params";
import type { Named } from "@/components/quota/named";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { QuotaEntryKind } from "@/lib/quota/schema";

interface LedgerFiltersProps {
  params: LedgerParams;
  people: readonly Named[];
  campaigns: readonly Named[];
  onAsk: (changes: Partial<LedgerParams>) => void;
  onClear: () => void;
}

const ANY = "any";

/** Narrows the ledger by kind, person, campaign and days. */
export function LedgerFilters({ params, onAsk, onClear, ...known }: LedgerFiltersProps) {
  const t = useTranslations("quota");
  const chosen = (value: string) => (value === ANY ? null : value);
  const named = (rows: readonly Named[], anyText: string) => [
    { id: ANY, label: anyText },
    ...rows.map(({ id, name }) => ({ id, label: name })),
  ];
  return (
    <div className="grid grid-cols-2 items-end gap-2 px-5 pb-3 md:flex md:flex-wrap">
      <ChoiceSelect
        label={t("ledger.kind")}
        className="md:w-36"
        value={params.kind ?? ANY}
        onChange={(value) => onAsk({ kind: QuotaEntryKind.safeParse(value).data ?? null })}
        options={[
          { id: ANY, label: t("ledger.anyKind") },
          ...QuotaEntryKind.options.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) })),
        ]}
      />
      <ChoiceSelect
        label={t("ledger.person")}
        className="md:w-36"
        value={params.person ?? ANY}
        onChange={(value) => onAsk({ person: chosen(value) })}
        options={named(known.people, t("ledger.anyPerson"))}
      />
      <ChoiceSelect
        label={t("ledger.campaign")}
        className="col-span-2 md:w-44"
        value={params.campaign ?? ANY}
        onChange={(value) => onAsk({ campaign: chosen(value) })}
        options={named(known.campaigns, t("ledger.anyCampaign"))}
      />
      <div className="md:w-40">
        <DayField
          label={t("ledger.from")}
          day={params.from ?? ""}
          onChange={(from) => onAsk({ from })}
        />
      </div>
      <div className="md:w-40">
        <DayField label={t("ledger.to")} day={params.to ?? ""} onChange={(to) => onAsk({ to })} />
      </div>
      {isNarrowed(params) ? (
        <Button variant="ghost" onPress={onClear}>
          <X />
          {t("ledger.clear")}
        </Button>
      ) : null}
    </div>
  );
}
