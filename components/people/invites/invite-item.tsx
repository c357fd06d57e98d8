"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { InviteStateChip } from "@/components/people/invites/invite-state-chip";
import { RoleChip } from "@/components/people/role-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { InviteRow } from "@/lib/people/account-link-schema";

interface InviteItemProps {
  invite: InviteRow;
  onRenew: () => void;
  onRevoke: () => void;
}

/** One invite: who is to come, as what, and what became of it. */
export function InviteItem({ invite, onRenew, onRevoke }: InviteItemProps) {
  const t = useTranslations("people.invites");
  const { name, email, role, state, createdBy, createdAt } = invite;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium break-words">{name}</span>
          <RoleChip role={role} />
          <InviteStateChip state={state} />
        </p>
        <p className="text-xs wrap-anywhere text-muted">{email}</p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-muted">
          <span>
            {t("by", { name: createdBy })} <TimeStamp at={createdAt} />
          </span>
          <InviteEnd invite={invite} />
        </p>
      </div>
      <div className="flex gap-2">
        {state === "used" ? null : (
          <Button size="sm" variant="outline" aria-label={t("renewOf", { name })} onPress={onRenew}>
            {t("renew")}
          </Button>
        )}
        {state === "open" ? (
          <Button
            size="sm"
            variant="danger-soft"
            aria-label={t("revokeOf", { name })}
            onPress={onRevoke}
          >
            {t("revoke")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function InviteEnd({ invite: { state, expiresAt, usedAt } }: { invite: InviteRow }) {
  const t = useTranslations("people.invites");
  if (state === "revoked") return null;
  if (usedAt) {
    return (
      <span>
        {t("usedAt")} <TimeStamp at={usedAt} />
      </span>
    );
  }
  return (
    <span>
      {t(state === "expired" ? "expiredAt" : "until")} <TimeStamp at={expiresAt} as="exact" />
    </span>
  );
}
