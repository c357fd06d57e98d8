"use client";

import { Button } from "@heroui/react";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { LinkStateChip } from "@/components/packs/links/link-state-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { PackLinkRow } from "@/lib/packs/link-schema";

interface LinkItemProps {
  link: PackLinkRow;
  /** Absent for those who may only look. */
  onRevoke?: () => void;
}

/** One link: for whom, in which state, how often it was used, and what happened last. */
export function LinkItem({ link, onRevoke }: LinkItemProps) {
  const t = useTranslations("packLinks");
  const { name, state, takesCount, takesMax, openedCount, wrongPasswordCount } = link;
  const isLiving = state === "open" || state === "used_up";
  return (
    <li className="flex flex-col gap-2 px-5 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-0 font-medium break-words">{name}</span>
        <LinkStateChip state={state} />
        {link.hasPassword ? (
          <span className="inline-flex items-center gap-1 text-xs text-muted">
            <KeyRound aria-hidden className="size-3" />
            {t("hasPassword")}
          </span>
        ) : null}
        {isLiving && onRevoke ? (
          <span className="ms-auto">
            <Button
              size="sm"
              variant="danger-soft"
              aria-label={t("revokeOf", { name })}
              onPress={onRevoke}
            >
              {t("revoke")}
            </Button>
          </span>
        ) : null}
      </div>
      <p className="flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-muted">
        <span>
          {takesMax === null
            ? t("takenOften", { count: takesCount })
            : t("taken", { count: takesCount, most: takesMax })}
        </span>
        <span>{t("opened", { count: openedCount })}</span>
        {wrongPasswordCount > 0 ? (
          <span className="text-warning-soft-foreground">
            {t("wrongPasswords", { count: wrongPasswordCount })}
          </span>
        ) : null}
        <LinkEnd link={link} />
      </p>
      {link.events.length > 0 ? <LinkEvents link={link} /> : null}
    </li>
  );
}

function LinkEnd({ link }: { link: PackLinkRow }) {
  const t = useTranslations("packLinks");
  if (link.revokedAt) {
    return (
      <span>
        {t("revokedBy", { name: link.revokedBy ?? "" })} <TimeStamp at={link.revokedAt} />
      </span>
    );
  }
  return (
    <span>
      {t(link.state === "expired" ? "expiredAt" : "until")}{" "}
      <TimeStamp at={link.expiresAt} as="exact" />
    </span>
  );
}

function LinkEvents({ link: { name, events } }: { link: PackLinkRow }) {
  const t = useTranslations("packLinks");
  return (
    <ul aria-label={t("eventsOf", { name })} className="flex flex-col gap-0.5 text-xs text-muted">
      {events.map(({ id, kind, at, address }) => (
        <li key={id} className="flex flex-wrap gap-x-2">
          <TimeStamp at={at} />
          <span>{t(`events.${kind}`)}</span>
          {address ? <span className="font-mono">{address}</span> : null}
        </li>
      ))}
    </ul>
  );
}
