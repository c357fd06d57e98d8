"use client";

import { Disclosure } from "@heroui/react";
import { CircleCheck, CircleHelp, CircleX, KeyRound } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Copyable } from "@/components/ui/copyable";
import { JsonBlock } from "@/components/codes/detail/json-block";
import { FactList } from "@/components/ui/fact-list";
import type { Fact } from "@/components/ui/fact-list";
import { StatusChip } from "@/components/ui/status-chip";
import type { StatusTone } from "@/components/ui/status-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { CodeCallRow } from "@/lib/codes/schema";

const LOOKS: Record<string, { tone: StatusTone; icon: LucideIcon }> = {
  picture: { tone: "success", icon: CircleCheck },
  token: { tone: "default", icon: KeyRound },
  api_error: { tone: "danger", icon: CircleX },
  not_sent: { tone: "danger", icon: CircleX },
};
const UNCLEAR = { tone: "warning" as const, icon: CircleHelp };

/** The two calls that use up the 100,000 are the only ones WeChat may count aloud. */
const COUNTED = ["getwxacode", "createwxaqrcode"];

/** One call to WeChat: what was asked, what came back, how long it took. */
export function CallEntry({ call }: { call: CodeCallRow }) {
  const t = useTranslations("codeDetail.calls");
  const format = useFormatter();
  const { tone, icon } = LOOKS[call.outcome] ?? UNCLEAR;
  const answer = [
    call.httpStatus === null ? null : `HTTP ${call.httpStatus}`,
    call.errcode === null ? null : `errcode ${call.errcode}`,
    call.errmsg,
  ];
  const facts: Fact[] = [
    {
      term: t("answer"),
      value: (
        <span className="font-mono text-[13px] break-words">
          {answer.filter((part) => part !== null).join(" · ") || "—"}
        </span>
      ),
    },
    ...(call.errcode === null && !call.rid
      ? []
      : [{ term: "rid", value: call.rid ? <Copyable text={call.rid} label="rid" /> : t("noRid") }]),
    ...(COUNTED.includes(call.endpoint) && call.outcome === "picture"
      ? [
          {
            term: "Num-Used",
            value: call.numUsed === null ? t("noNumUsed") : format.number(call.numUsed),
          },
        ]
      : []),
  ];
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusChip tone={tone} icon={icon}>
          {t(`outcomes.${call.outcome}`)}
        </StatusChip>
        <code className="font-mono text-[13px]">{call.endpoint}</code>
        <span className="text-muted">{t("duration", { ms: format.number(call.durationMs) })}</span>
        <span className="ms-auto text-muted">
          <TimeStamp at={call.startedAt} as="exact" />
        </span>
      </div>
      <FactList facts={facts} />
      <Disclosure>
        <Disclosure.Heading>
          <Disclosure.Trigger className="inline-flex w-fit items-center gap-1 text-sm text-link">
            {t("request")}
            <Disclosure.Indicator />
          </Disclosure.Trigger>
        </Disclosure.Heading>
        <Disclosure.Content>
          <Disclosure.Body className="pt-2">
            <JsonBlock value={call.request} label={t("request")} />
          </Disclosure.Body>
        </Disclosure.Content>
      </Disclosure>
    </li>
  );
}
