"use client";

import { Button, Label, Switch } from "@heroui/react";
import { Radio } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { parseAsBoolean, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import { CallCards } from "@/components/sandbox/call-cards";
import { CallTable } from "@/components/sandbox/call-table";
import type { SandboxWords } from "@/components/sandbox/sandbox-props";
import { useSandboxLog, useStopReading } from "@/components/sandbox/use-sandbox";
import { useSandboxWords } from "@/components/sandbox/use-sandbox-words";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { EmptyState } from "@/components/ui/empty-state";
import { ListSkeleton } from "@/components/ui/list-skeleton";
import { SectionCard } from "@/components/ui/section-card";
import { ENDPOINTS, EVERY_ENDPOINT } from "@/lib/sandbox-control/schema";
import type { RequestList } from "@/lib/sandbox-control/row-schema";

const FEW = 12;

interface LogCardProps {
  initial: RequestList | null;
  words: SandboxWords;
}

/** The log of calls: it grows by itself, can be held, and opens to what was sent. */
export function LogCard({ initial, words }: LogCardProps) {
  const t = useTranslations("sandbox.log");
  const { endpointOptions, endpoint } = useSandboxWords();
  const format = useFormatter();
  const [filter, setFilter] = useQueryStates({
    endpoint: parseAsStringLiteral(ENDPOINTS),
    errors: parseAsBoolean.withDefault(false),
  });
  const [isHeld, setHeld] = useState(false);
  const stopReading = useStopReading();
  const [isLong, setLong] = useState(false);
  const [openSeqs, setOpenSeqs] = useState<ReadonlySet<number>>(new Set());
  const { log, isReading } = useSandboxLog(filter, isHeld, initial);
  const isNarrowed = filter.endpoint !== null || filter.errors;
  const rows = log?.rows.slice(0, isLong ? undefined : FEW) ?? [];

  function toggle(seq: number) {
    const changed = new Set(openSeqs);
    if (!changed.delete(seq)) changed.add(seq);
    setOpenSeqs(changed);
  }

  function hold(held: boolean) {
    setHeld(held);
    if (held) void stopReading();
  }

  const shown = { rows, openSeqs, onToggle: toggle, words };
  return (
    <SectionCard isFlush title={t("title")} description={t("text")}>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 border-b border-separator px-5 pb-3">
        <ChoiceSelect
          isLabelHidden
          label={t("endpoint")}
          className="w-56"
          value={filter.endpoint ?? EVERY_ENDPOINT}
          onChange={(id) =>
            void setFilter({ endpoint: ENDPOINTS.find((known) => known === id) ?? null })
          }
          options={[{ id: EVERY_ENDPOINT, label: endpoint(EVERY_ENDPOINT) }, ...endpointOptions]}
        />
        <LogSwitch
          label={t("onlyErrors")}
          isOn={filter.errors}
          onChange={(errors) => void setFilter({ errors: errors || null })}
        />
        <LogSwitch label={t("hold")} isOn={isHeld} onChange={hold} />
      </div>
      <div aria-busy={isReading} className={`transition-opacity ${isReading ? "opacity-60" : ""}`}>
        {log === null ? (
          <ListSkeleton rows={5} />
        ) : rows.length === 0 ? (
          <EmptyState icon={Radio} title={isNarrowed ? t("noMatch") : t("none")}>
            {isNarrowed ? t("noMatchText") : t("noneText")}
          </EmptyState>
        ) : (
          <>
            <div className="hidden md:block">
              <CallTable {...shown} />
            </div>
            <div className="md:hidden">
              <CallCards {...shown} />
            </div>
          </>
        )}
      </div>
      {log && log.rows.length > 0 ? (
        <div className="flex flex-wrap items-center justify-between gap-2 border-t border-separator px-5 py-2 text-xs text-muted">
          <p>
            {t("shown", { shown: format.number(rows.length), total: format.number(log.total) })}
          </p>
          {log.rows.length > FEW ? (
            <Button size="sm" variant="ghost" onPress={() => setLong(!isLong)}>
              {isLong ? t("fewer") : t("more", { count: log.rows.length })}
            </Button>
          ) : null}
        </div>
      ) : null}
    </SectionCard>
  );
}

interface LogSwitchProps {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

function LogSwitch({ label, isOn, onChange }: LogSwitchProps) {
  return (
    <Switch size="sm" isSelected={isOn} onChange={onChange}>
      <Switch.Content>
        <Switch.Control>
          <Switch.Thumb />
        </Switch.Control>
        <Label>{label}</Label>
      </Switch.Content>
    </Switch>
  );
}
