"use client";

import { Button, toast } from "@heroui/react";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { LatencyForm } from "@/components/sandbox/latency-form";
import type { SandboxActions } from "@/components/sandbox/sandbox-props";
import { useFreshView } from "@/components/sandbox/use-sandbox";
import { useSandboxWords } from "@/components/sandbox/use-sandbox-words";
import { useSpanWords } from "@/components/sandbox/use-span-words";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { useAction } from "@/components/ui/use-action";
import type { SettingsRow } from "@/lib/sandbox-control/row-schema";

interface LatencyCardProps {
  settings: Pick<SettingsRow, "latency" | "latencyMs">;
  timeoutSeconds: number;
  actions: Pick<SandboxActions, "setLatency" | "removeLatency">;
}

/** How long the sandbox waits before it answers: what holds now, and a form to change it. */
export function LatencyCard({ settings, timeoutSeconds, actions }: LatencyCardProps) {
  const t = useTranslations("sandbox.latency");
  const words = useSandboxWords();
  const { wait } = useSpanWords();
  const fresh = useFreshView();
  const { run, problem } = useAction(actions.removeLatency);
  const entries = Object.entries(settings.latency);

  async function remove(endpoint: string) {
    if (!(await run({ endpoint }))) return;
    toast.success(t("removed"));
    await fresh();
  }

  return (
    <SectionCard title={t("title")} description={t("text", { seconds: timeoutSeconds })}>
      <div className="flex flex-col gap-4">
        <ProblemBanner problem={problem} />
        {settings.latencyMs > 0 ? (
          <p className="text-sm">{t("before", { wait: wait(settings.latencyMs) })}</p>
        ) : null}
        {entries.length === 0 ? (
          <p className="text-sm">{t("none")}</p>
        ) : (
          <ul aria-label={t("title")} className="flex flex-col gap-1">
            {entries.map(([endpoint, row]) => (
              <li key={endpoint} className="flex items-center justify-between gap-2">
                <span className="min-w-0 text-sm break-words">
                  <span className="font-medium">{words.endpoint(endpoint)}</span>{" "}
                  <span className="text-muted">{words.latency(row)}</span>
                </span>
                <Button
                  size="sm"
                  variant="ghost"
                  isIconOnly
                  aria-label={t("remove", { endpoint: words.endpoint(endpoint) })}
                  onPress={() => void remove(endpoint)}
                >
                  <X className="text-muted" />
                </Button>
              </li>
            ))}
          </ul>
        )}
        <LatencyForm
          save={actions.setLatency}
          onDone={() => {
            toast.success(t("saved"));
            void fresh();
          }}
        />
      </div>
    </SectionCard>
  );
}
