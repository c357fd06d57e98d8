"use client";

import { Button } from "@heroui/react";
import { CircleCheck, MailX } from "lucide-react";
import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { MadeAccountLink } from "@/lib/people/account-link-schema";

interface OnceLinkProps {
  made: MadeAccountLink;
  email: string;
  onClose: () => void;
}

/** The address of a new invite or reset, this once, and whether a mail with it is on its way. */
export function OnceLink({ made, email, onClose }: OnceLinkProps) {
  const t = useTranslations("people.onceLink");
  return (
    <div className="flex flex-col gap-4">
      <p>{t("text", { email })}</p>
      <div className="flex flex-col gap-1">
        <CodeBlock text={made.url} label={t("url")} />
        <p className="text-sm text-muted">
          {t("until")} <TimeStamp at={made.expiresAt} as="exact" />
        </p>
      </div>
      <Mailed isMailed={made.isMailed} email={email} />
      <div className="flex justify-end">
        <Button onPress={onClose}>{t("close")}</Button>
      </div>
    </div>
  );
}

function Mailed({ isMailed, email }: { isMailed: boolean | null; email: string }) {
  const t = useTranslations("people.onceLink");
  if (isMailed === null) return null;
  const Icon = isMailed ? CircleCheck : MailX;
  return (
    <p className="flex items-start gap-2 text-sm">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${isMailed ? "text-success" : "text-warning"}`}
      />
      {t(isMailed ? "mailed" : "notMailed", { email })}
    </p>
  );
}
