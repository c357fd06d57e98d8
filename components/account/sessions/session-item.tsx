"use client";

import { Button } from "@heroui/react";
import { Monitor, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SessionWords } from "@/lib/web/session-words";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeStamp } from "@/components/ui/time-stamp";

interface SessionItemProps {
  session: SessionWords;
  onEnd: () => void;
}

/** One signed-in browser; this one can only sign out, which the account menu does. */
export function SessionItem({ session, onEnd }: SessionItemProps) {
  const t = useTranslations("account.sessions");
  const { browser, system, isPhone, isThis, address, createdAt, lastSeenAt } = session;
  const Icon = isPhone ? Smartphone : Monitor;
  const device = [browser, system].filter(Boolean).join(t("on")) || t("unknownDevice");
  return (
    <li className="flex items-center gap-3 px-5 py-3">
      <Icon aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.6} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium break-words">{device}</span>
          {isThis ? <StatusChip tone="success">{t("this")}</StatusChip> : null}
        </p>
        <p className="flex flex-wrap gap-x-3 text-xs text-muted">
          <span className="font-mono break-all">{address}</span>
          <span>
            {t("seen")} <TimeStamp at={lastSeenAt} />
          </span>
          <span>
            {t("since")} <TimeStamp at={createdAt} />
          </span>
        </p>
      </div>
      {isThis ? null : (
        <Button size="sm" variant="outline" aria-label={t("endOf", { device })} onPress={onEnd}>
          {t("end")}
        </Button>
      )}
    </li>
  );
}
