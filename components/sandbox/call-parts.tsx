"use client";

import { Button } from "@heroui/react";
import { ChevronDown, CircleCheck, CircleX, Hourglass, QrCode, Unplug, Zap } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useSandboxWords } from "@/components/sandbox/use-sandbox-words";
import { StatusChip } from "@/components/ui/status-chip";
import { outcomeOf } from "@/lib/sandbox-control/row-schema";
import type { RequestRow } from "@/lib/sandbox-control/row-schema";

const LOOKS = {
  picture: { tone: "success", icon: QrCode },
  ok: { tone: "success", icon: CircleCheck },
  refused: { tone: "danger", icon: CircleX },
  broken: { tone: "danger", icon: CircleX },
  silent: { tone: "warning", icon: Unplug },
  open: { tone: "default", icon: Hourglass },
} as const;

/** How the call ended: an errcode, a picture, an ok, or nothing whole. */
export function CallAnswer({ row }: { row: RequestRow }) {
  const t = useTranslations("sandbox.outcomes");
  const outcome = outcomeOf(row);
  const { tone, icon } = LOOKS[outcome];
  return (
    <StatusChip tone={tone} icon={icon}>
      {outcome === "refused" ? row.errcode : t(outcome)}
    </StatusChip>
  );
}

/** The fault that hit; nothing when none did. */
export function CallFault({ row }: { row: RequestRow }) {
  const { faultKind } = useSandboxWords();
  if (row.fault === null) return null;
  return (
    <StatusChip tone="warning" icon={Zap}>
      {faultKind(row.fault)}
    </StatusChip>
  );
}

/** The moment by the sandbox's own clock, to the second. */
export function CallTime({ at }: { at: string }) {
  const format = useFormatter();
  const date = new Date(at);
  const day = format.dateTime(date, { month: "2-digit", day: "2-digit" });
  const time = format.dateTime(date, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
  });
  return (
    <time dateTime={at} title={day} className="whitespace-nowrap tabular-nums">
      <span className="text-muted">{day}</span> {time}
    </time>
  );
}

interface BodyToggleProps {
  row: RequestRow;
  isOpen: boolean;
  /** Id of what it opens. */
  controls: string;
  onToggle: (seq: number) => void;
}

export function BodyToggle({ row, isOpen, controls, onToggle }: BodyToggleProps) {
  const t = useTranslations("sandbox.log");
  return (
    <Button
      size="sm"
      variant="ghost"
      isIconOnly
      aria-label={t("body", { seq: row.seq })}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      onPress={() => onToggle(row.seq)}
    >
      <ChevronDown
        aria-hidden
        className={`size-4 text-muted transition-transform ${isOpen ? "rotate-180" : ""}`}
      />
    </Button>
  );
}

interface CallBodyProps {
  id: string;
  row: RequestRow;
  meanings: Record<string, string>;
}

/** What was sent, and what a refusal means. */
export function CallBody({ id, row, meanings }: CallBodyProps) {
  const t = useTranslations("sandbox.log");
  const { endpoint } = useSandboxWords();
  const text = row.body === "" ? "" : JSON.stringify(row.body, null, 2);
  const meaning = row.errcode === null ? undefined : meanings[String(row.errcode)];
  return (
    <div id={id} className="flex flex-col gap-2">
      <p className="text-xs text-muted">
        #{row.seq} · {row.method} · <code className="font-mono">{row.endpoint}</code>
        {meaning ? ` · ${meaning}` : null}
      </p>
      {text ? (
        <pre
          role="region"
          aria-label={t("bodyOf", { endpoint: endpoint(row.endpoint), seq: row.seq })}
          tabIndex={0}
          className="max-h-72 overflow-auto rounded-lg bg-surface-secondary p-3 font-mono text-xs leading-5 break-all whitespace-pre-wrap"
        >
          {text}
        </pre>
      ) : (
        <p className="text-xs text-muted">{t("noBody")}</p>
      )}
    </div>
  );
}
