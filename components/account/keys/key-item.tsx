"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeyStateChip } from "@/components/account/keys/key-state-chip";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { ApiKeyRow } from "@/lib/people/api-key-schema";

interface KeyItemProps {
  apiKey: ApiKeyRow;
  /** Whose it is, where that is not plain. */
  owner?: ReactNode;
  onRevoke: () => void;
}

/** One API key: what it is for, what it may do, until when, and when it was last used. */
export function KeyItem({ apiKey, owner, onRevoke }: KeyItemProps) {
  const t = useTranslations("account.keys");
  const { name, prefix, scopes, state, lastUsedAt, expiresAt } = apiKey;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium break-words">{name}</span>
          <KeyStateChip state={state} />
          {owner}
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-2 text-xs text-muted">
          <code className="font-mono">{prefix}…</code>
          <span>{scopes.map((scope) => t(`scopes.${scope}.title`)).join(t("comma"))}</span>
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-muted">
          <span>
            {lastUsedAt ? (
              <>
                {t("lastUsed")} <TimeStamp at={lastUsedAt} />
              </>
            ) : (
              t("neverUsed")
            )}
          </span>
          {state === "revoked" ? null : (
            <span>
              {expiresAt ? (
                <>
                  {t(state === "expired" ? "expiredAt" : "until")}{" "}
                  <TimeStamp at={expiresAt} as="exact" />
                </>
              ) : (
                t("noEnd")
              )}
            </span>
          )}
        </p>
      </div>
      {state === "revoked" ? null : (
        <Button
          size="sm"
          variant="danger-soft"
          aria-label={t("revokeOf", { name })}
          onPress={onRevoke}
        >
          {t("revoke")}
        </Button>
      )}
    </li>
  );
}
