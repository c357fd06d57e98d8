"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { TimeStamp } from "@/components/ui/time-stamp";

export interface MadeLinkWords {
  url: string;
  /** Null: it has none. */
  password: string | null;
  expiresAt: Date;
}

/** Address and password, each once and each to be copied by itself: they shall not travel together. */
export function MadeLink({ made, onClose }: { made: MadeLinkWords; onClose: () => void }) {
  const t = useTranslations("packLinks.made");
  return (
    <div className="flex flex-col gap-4">
      <p>{t("text")}</p>
      <div className="flex flex-col gap-1">
        <p className="font-medium">{t("url")}</p>
        <CodeBlock text={made.url} label={t("url")} />
        <p className="text-sm text-muted">
          {t("until")} <TimeStamp at={made.expiresAt} as="exact" />
        </p>
      </div>
      {made.password === null ? null : (
        <div className="flex flex-col gap-1">
          <p className="font-medium">{t("password")}</p>
          <CodeBlock text={made.password} label={t("password")} />
          <p className="text-sm text-muted">{t("otherWay")}</p>
        </div>
      )}
      <div className="flex justify-end">
        <Button onPress={onClose}>{t("close")}</Button>
      </div>
    </div>
  );
}
