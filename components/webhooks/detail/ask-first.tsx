"use client";

import { Button } from "@heroui/react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import type { PublicError } from "@/lib/web/public-error";

interface AskFirstProps {
  icon: LucideIcon;
  name: string;
  /** Where `button`, `title` and `text` stand. */
  namespace: "webhooks.disable" | "webhooks.remove";
  variant: "outline" | "danger-soft";
  isPending: boolean;
  problem: PublicError | null;
  /** Says whether it was done. */
  onConfirm: () => Promise<boolean>;
}

/** A button for what ends something; its question says what stays and what goes. */
export function AskFirst(props: AskFirstProps) {
  const { icon: Icon, name, namespace, variant, isPending, problem, onConfirm } = props;
  const t = useTranslations(namespace);
  const [isAsked, setAsked] = useState(false);

  async function confirm() {
    if (await onConfirm()) setAsked(false);
  }

  return (
    <>
      <Button variant={variant} onPress={() => setAsked(true)}>
        <Icon aria-hidden className="size-4" />
        {t("button")}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        onOpenChange={setAsked}
        title={t("title", { name })}
        confirmLabel={t("button")}
        isPending={isPending}
        onConfirm={() => void confirm()}
      >
        <div className="flex flex-col gap-2">
          <ProblemBanner problem={problem} />
          <p>{t("text")}</p>
        </div>
      </ConfirmDialog>
    </>
  );
}
