"use client";

import { Button } from "@heroui/react";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { keyExample } from "@/components/account/keys/key-example";
import { KeyForm } from "@/components/account/keys/key-form";
import type { KeyFormProps } from "@/components/account/keys/key-form";
import { KeyItem } from "@/components/account/keys/key-item";
import { MadeKey } from "@/components/account/keys/made-key";
import type { MadeKeyWords } from "@/components/account/keys/made-key";
import { FormDialog } from "@/components/ui/form-dialog";
import { RevokeDialog } from "@/components/ui/revoke-dialog";
import { SectionCard } from "@/components/ui/section-card";
import type { ApiKeyId, ApiKeyRow } from "@/lib/people/api-key-schema";
import type { ActionResult } from "@/lib/web/define-action";

interface KeysCardProps extends Pick<KeyFormProps, "scopes" | "make"> {
  keys: readonly ApiKeyRow[];
  /** Where programs find the desk. */
  publicUrl: string;
  revoke: (input: ApiKeyId) => Promise<ActionResult<void>>;
}

/** The person's own API keys: for programs that act in their name, within scopes. */
export function KeysCard({ keys, scopes, publicUrl, make, revoke }: KeysCardProps) {
  const t = useTranslations("account.keys");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<MadeKeyWords | null>(null);
  const [asked, setAsked] = useState<ApiKeyRow | null>(null);

  function close() {
    setOpen(false);
    if (!made) return;
    setMade(null);
    router.refresh();
  }

  return (
    <SectionCard
      isFlush
      title={t("title")}
      description={t("text")}
      actions={
        <Button variant="outline" onPress={() => setOpen(true)}>
          <Plus aria-hidden className="size-4" />
          {t("make")}
        </Button>
      }
    >
      {keys.length === 0 ? (
        <p className="px-5 pb-5 text-muted">{t("none")}</p>
      ) : (
        <ul aria-label={t("title")} className="divide-y divide-separator border-t border-separator">
          {keys.map((key) => (
            <KeyItem key={key.id} apiKey={key} onRevoke={() => setAsked(key)} />
          ))}
        </ul>
      )}
      {isOpen ? (
        <FormDialog
          isOpen
          onOpenChange={(isShown) => (isShown ? undefined : close())}
          title={t(made ? "made.title" : "form.title")}
        >
          {made ? (
            <MadeKey made={made} onClose={close} />
          ) : (
            <KeyForm
              scopes={scopes}
              make={make}
              onMade={({ key, expiresAt }, given) =>
                setMade({ key, expiresAt, example: keyExample(publicUrl, key, given) })
              }
              onClose={close}
            />
          )}
        </FormDialog>
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
