"use client";

import { Button, Popover } from "@heroui/react";
import { ListFilter } from "lucide-react";
import { useTranslations } from "next-intl";
import { AUDIT_CHIPS } from "@/components/audit/audit-params";
import type { AuditParams } from "@/components/audit/audit-params";
import { DayField } from "@/components/codes/list/day-field";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { ACTION_KINDS } from "@/lib/audit/action-kinds";
import type { ActionKind } from "@/lib/audit/action-kinds";

interface Named {
  id: string;
  name: string;
}

export interface AuditChoices {
  /** With the kind each belongs to. */
  actions: readonly { action: string; kind: ActionKind }[];
  people: readonly Named[];
  campaigns: readonly Named[];
  miniPrograms: readonly Named[];
}

interface AuditFilterMenuProps {
  params: AuditParams;
  choices: AuditChoices;
  onAsk: (changes: Partial<AuditParams>) => void;
}

const ANY = "any";

/** All filters in one place. */
export function AuditFilterMenu({ params, choices, onAsk }: AuditFilterMenuProps) {
  const t = useTranslations("audit");
  const activeCount = AUDIT_CHIPS.filter((name) => params[name] !== null).length;
  const chosen = (value: string) => (value === ANY ? null : value);
  const named = (rows: readonly Named[], anyText: string) => [
    { id: ANY, label: anyText },
    ...rows.map(({ id, name }) => ({ id, label: name })),
  ];
  const actions = choices.actions.filter(
    ({ kind }) => params.kind === null || kind === params.kind,
  );
  return (
    <Popover>
      <Button variant="outline">
        <ListFilter aria-hidden className="size-4" />
        {activeCount === 0 ? t("filter") : t("filterCount", { count: activeCount })}
      </Button>
      <Popover.Content placement="bottom end" className="w-80 max-w-[calc(100vw-2rem)]">
        <Popover.Dialog className="flex flex-col gap-3 p-4" aria-label={t("filter")}>
          <ChoiceSelect
            label={t("filters.kind")}
            value={params.kind ?? ANY}
            onChange={(value) =>
              onAsk({ kind: ACTION_KINDS.find((kind) => kind === value) ?? null, action: null })
            }
            options={[
              { id: ANY, label: t("filters.anyKind") },
              ...ACTION_KINDS.map((kind) => ({ id: kind, label: t(`kinds.${kind}`) })),
            ]}
          />
          <ChoiceSelect
            label={t("filters.action")}
            value={params.action ?? ANY}
            onChange={(value) => onAsk({ action: chosen(value) })}
            options={[
              { id: ANY, label: t("filters.anyAction") },
              ...actions.map(({ action }) => ({
                id: action,
                label: t(`actionNames.${action.replaceAll(".", "_")}`),
              })),
            ]}
          />
          <ChoiceSelect
            label={t("filters.person")}
            value={params.person ?? ANY}
            onChange={(value) => onAsk({ person: chosen(value) })}
            options={named(choices.people, t("filters.anyPerson"))}
          />
          <ChoiceSelect
            label={t("filters.campaign")}
            value={params.campaign ?? ANY}
            onChange={(value) => onAsk({ campaign: chosen(value) })}
            options={named(choices.campaigns, t("filters.anyCampaign"))}
          />
          <ChoiceSelect
            label={t("filters.miniProgram")}
            value={params.miniProgram ?? ANY}
            onChange={(value) => onAsk({ miniProgram: chosen(value) })}
            options={named(choices.miniPrograms, t("filters.anyMiniProgram"))}
          />
          <div className="grid grid-cols-2 gap-2">
            <DayField
              label={t("filters.from")}
              day={params.from ?? ""}
              onChange={(from) => onAsk({ from, hour: null })}
            />
            <DayField
              label={t("filters.to")}
              day={params.to ?? ""}
              onChange={(to) => onAsk({ to, hour: null })}
            />
          </div>
          <p className="text-xs text-muted">{t("beijingDays")}</p>
        </Popover.Dialog>
      </Popover.Content>
    </Popover>
  );
}
