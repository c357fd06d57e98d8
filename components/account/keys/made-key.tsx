"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { TimeStamp } from "@/components/ui/time-stamp";

export interface MadeKeyWords {
  key: string;
  expiresAt: Date | null;
  /** A request that works with it, when there is a short one. */
  example: string | null;
}

/** The key, this once, and how a program uses it. */
export function MadeKey({ made, onClose }: { made: MadeKeyWords; onClose: () => void }) {
  const t = useTranslations("account.keys.made");
  return (
    <div className="flex flex-col gap-4">
      <p>{t("text")}</p>
      <div className="flex flex-col gap-1">
        <p className="font-medium">{t("key")}</p>
        <CodeBlock text={made.key} label={t("key")} />
        <p className="text-sm text-muted">
          {made.expiresAt ? (
            <>
              {t("until")} <TimeStamp at={made.expiresAt} as="exact" />
            </>
          ) : (
            t("noEnd")
          )}
        </p>
      </div>
      {made.example ? (
        <div className="flex flex-col gap-1">
          <p className="font-medium">{t("example")}</p>
          <CodeBlock text={made.example} label={t("example")} />
          <p className="text-sm text-muted">{t("exampleHelp")}</p>
        </div>
      ) : null}
      <div className="flex justify-end">
        <Button onPress={onClose}>{t("close")}</Button>
      </div>
    </div>
  );
}
