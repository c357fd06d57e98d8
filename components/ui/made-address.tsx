"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { TimeStamp } from "@/components/ui/time-stamp";

export interface MadeAddressWords {
  url: string;
  /** Null: it has none. */
  password: string | null;
  expiresAt: Date;
}

interface MadeAddressProps {
  made: MadeAddressWords;
  /** Where its words stand in the message files. */
  namespace: "packLinks.made" | "logRooms.made";
  /** Between the address and its password. */
  children?: ReactNode;
}

/** Address and password, each once and each to be copied by itself: they shall not travel together. */
export function MadeAddress({ made, namespace, children }: MadeAddressProps) {
  const t = useTranslations(namespace);
  return (
    <>
      <p>{t("text")}</p>
      <div className="flex flex-col gap-1">
        <p className="font-medium">{t("url")}</p>
        <CodeBlock text={made.url} label={t("url")} />
        <p className="text-sm text-muted">
          {t("until")} <TimeStamp at={made.expiresAt} as="exact" />
        </p>
      </div>
      {children}
      {made.password === null ? null : (
        <div className="flex flex-col gap-1">
          <p className="font-medium">{t("password")}</p>
          <CodeBlock text={made.password} label={t("password")} />
          <p className="text-sm text-muted">{t("otherWay")}</p>
        </div>
      )}
    </>
  );
}
