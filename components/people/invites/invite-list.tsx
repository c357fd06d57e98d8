"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { InviteDialog } from "@/components/people/invites/invite-dialog";
import type { InviteDialogProps } from "@/components/people/invites/invite-dialog";
import { InviteItem } from "@/components/people/invites/invite-item";
import { NEW_INVITE } from "@/components/people/invites/invite-start";
import { RevokeDialog } from "@/components/ui/revoke-dialog";
import { SectionCard } from "@/components/ui/section-card";
import type { InviteId, InviteRow } from "@/lib/people/account-link-schema";
import type { ActionResult } from "@/lib/web/define-action";

const SHOWN_AT_FIRST = 8;

interface InviteListProps extends Pick<InviteDialogProps, "invite"> {
  invites: readonly InviteRow[];
  revoke: (input: InviteId) => Promise<ActionResult<void>>;
}

/** Who was asked to come. A link cannot be shown again, so there is the way to make a new one. */
export function InviteList({ invites, invite, revoke }: InviteListProps) {
  const t = useTranslations("people.invites");
  const [asked, setAsked] = useState<InviteRow | null>(null);
  const [renewed, setRenewed] = useState<InviteRow | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? invites : invites.slice(0, SHOWN_AT_FIRST);

  return (
    <SectionCard isFlush title={t("title")} description={t("text")}>
      {invites.length === 0 ? (
        <p className="px-5 pb-5 text-muted">{t("none")}</p>
      ) : (
        <ul aria-label={t("title")} className="divide-y divide-separator border-t border-separator">
          {shown.map((row) => (
            <InviteItem
              key={row.id}
              invite={row}
              onRenew={() => setRenewed(row)}
              onRevoke={() => setAsked(row)}
            />
          ))}
        </ul>
      )}
      {shown.length < invites.length ? (
        <div className="border-t border-separator p-3 text-center">
          <Button variant="ghost" onPress={() => setShowsAll(true)}>
            {t("showAll", { count: invites.length })}
          </Button>
        </div>
      ) : null}
      {renewed ? (
        <InviteDialog
          key={renewed.id}
          invite={invite}
          start={{ ...NEW_INVITE, email: renewed.email, name: renewed.name, role: renewed.role }}
          onClose={() => setRenewed(null)}
        />
      ) : null}
      <RevokeDialog
        asked={asked && { name: asked.name, input: { linkId: asked.id } }}
        revoke={revoke}
        namespace="people.invites"
        onClose={() => setAsked(null)}
      />
    </SectionCard>
  );
}
