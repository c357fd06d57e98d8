"use client";

import { Card } from "@heroui/react";
import { useTranslations } from "next-intl";
import { AccountsCard } from "@/components/sandbox/accounts-card";
import { ClockCard } from "@/components/sandbox/clock-card";
import { FaultsCard } from "@/components/sandbox/faults-card";
import { LatencyCard } from "@/components/sandbox/latency-card";
import { LogCard } from "@/components/sandbox/log-card";
import type { SandboxActions, SandboxWords } from "@/components/sandbox/sandbox-props";
import { SwitchesCard } from "@/components/sandbox/switches-card";
import { TroubleNote } from "@/components/sandbox/trouble-note";
import { useSandboxView } from "@/components/sandbox/use-sandbox";
import { ListSkeleton } from "@/components/ui/list-skeleton";
import type { RequestList, SandboxView } from "@/lib/sandbox-control/row-schema";

interface SandboxScreenProps {
  /** Null when the sandbox was silent; the screen asks again. */
  view: SandboxView | null;
  log: RequestList | null;
  words: SandboxWords;
  actions: SandboxActions;
}

/** Every call the sandbox got, and everything that can be done to it. */
export function SandboxScreen({ view: first, log, words, actions }: SandboxScreenProps) {
  const t = useTranslations("common");
  const { view, trouble } = useSandboxView(first);
  return (
    <div className="flex flex-col gap-4">
      <TroubleNote trouble={trouble} />
      <LogCard initial={log} words={words} />
      {view ? (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <FaultsCard
              faults={view.faults}
              accounts={view.accounts}
              words={words}
              actions={actions}
            />
            <ClockCard clock={view.clock} setClock={actions.setClock} />
            <SwitchesCard switches={view.settings.switches} setSwitch={actions.setSwitch} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <AccountsCard
              accounts={view.accounts}
              names={words.names}
              setAccount={actions.setAccount}
            />
            <LatencyCard
              settings={view.settings}
              timeoutSeconds={words.timeoutSeconds}
              actions={actions}
            />
          </div>
        </div>
      ) : (
        <Card className="border border-border p-0">
          <span className="sr-only">{t("loading")}</span>
          <ListSkeleton rows={4} />
        </Card>
      )}
    </div>
  );
}
