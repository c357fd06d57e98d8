"use client";

import { Button } from "@heroui/react";
import { Clock, History } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SandboxActions } from "@/components/sandbox/sandbox-props";
import { useFreshView } from "@/components/sandbox/use-sandbox";
import { useSpanWords } from "@/components/sandbox/use-span-words";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import { useAction } from "@/components/ui/use-action";
import type { ClockRow } from "@/lib/sandbox-control/row-schema";

const DAY_MS = 86_400_000;
const BEIJING_OFFSET_MS = 8 * 3_600_000;
const STEPS = [
  ["minute", 60_000],
  ["hour", 3_600_000],
  ["day", DAY_MS],
] as const;

/** From this moment to the next midnight in Beijing, where days and their limits turn. */
function untilMidnight(now: string): number {
  return DAY_MS - ((new Date(now).getTime() + BEIJING_OFFSET_MS) % DAY_MS);
}

interface ClockCardProps {
  clock: ClockRow;
  setClock: SandboxActions["setClock"];
}

/** What time it is for the sandbox, and the ways to another time. */
export function ClockCard({ clock, setClock }: ClockCardProps) {
  const t = useTranslations("sandbox.clock");
  const words = useSpanWords();
  const fresh = useFreshView();
  const { run, problem } = useAction(setClock);

  // From what is shown to a fixed place: the same click twice leads to the same time.
  async function move(offsetMs: number) {
    if (await run({ offsetMs: Math.round(offsetMs) })) await fresh();
  }

  return (
    <SectionCard title={t("title")} description={t("text")}>
      <div className="flex flex-col gap-3">
        <ProblemBanner problem={problem} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <p role="status">
            <StatusChip tone={clock.offsetMs === 0 ? "default" : "warning"} icon={Clock}>
              {words.clock(clock.offsetMs)}
            </StatusChip>
          </p>
          <span className="text-sm text-muted tabular-nums">
            <TimeStamp at={clock.now} as="exact" />
          </span>
        </div>
        <div role="group" aria-label={t("move")} className="flex flex-wrap gap-2">
          {STEPS.map(([name, stepMs]) => (
            <Button
              key={name}
              size="sm"
              variant="outline"
              onPress={() => void move(clock.offsetMs + stepMs)}
            >
              {t(`steps.${name}`)}
            </Button>
          ))}
          <Button
            size="sm"
            variant="outline"
            onPress={() => void move(clock.offsetMs + untilMidnight(clock.now))}
          >
            {t("steps.midnight")}
          </Button>
          <Button size="sm" variant="ghost" onPress={() => void move(0)}>
            <History />
            {t("steps.now")}
          </Button>
        </div>
      </div>
    </SectionCard>
  );
}
