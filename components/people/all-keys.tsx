"use client";

import { RevokeDialog } from "@/components/ui/revoke-dialog";
import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { KeyItem } from "@/components/account/keys/key-item";
import { SectionCard } from "@/components/ui/section-card";
import { StatusChip } from "@/components/ui/status-chip";
import type { ApiKeyId, ApiKeyRow, OwnedApiKeyRow } from "@/lib/people/api-key-schema";
import type { ActionResult } from "@/lib/web/define-action";

const SHOWN_AT_FIRST = 8;

interface AllKeysProps {
  keys: readonly OwnedApiKeyRow[];
  revoke: (input: ApiKeyId) => Promise<ActionResult<void>>;
}

/** Everybody's API keys, for the administrator who must end one. */
export function AllKeys({ keys, revoke }: AllKeysProps) {
  const t = useTranslations("people.allKeys");
  const [asked, setAsked] = useState<ApiKeyRow | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? keys : keys.slice(0, SHOWN_AT_FIRST);
  return (
    <SectionCard isFlush title={t("title")} description={t("text")}>
      {keys.length === 0 ? (
        <p className="px-5 pb-5 text-muted">{t("none")}</p>
      ) : (
        <ul aria-label={t("title")} className="divide-y divide-separator border-t border-separator">
          {shown.map((key) => (
            <KeyItem
              key={key.id}
              apiKey={key}
              owner={
                <>
                  <span className="text-sm text-muted">{key.owner}</span>
                  {key.isOwnerDisabled ? (
                    <StatusChip tone="danger">{t("ownerDisabled")}</StatusChip>
                  ) : null}
                </>
              }
              onRevoke={() => setAsked(key)}
            />
          ))}
        </ul>
      )}
      {shown.length < keys.length ? (
        <div className="border-t border-separator p-3 text-center">
          <Button variant="ghost" onPress={() => setShowsAll(true)}>
            {t("showAll", { count: keys.length })}
          </Button>
        </div>
      ) : null}
      <RevokeDialog
        asked={asked && { name: asked.name, input: { keyId: asked.id } }}
        revoke={revoke}
        namespace="account.keys"
        onClose={() => setAsked(null)}
      />
    </SectionCard>
  );
}
