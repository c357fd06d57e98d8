"use client";

import { buttonVariants } from "@heroui/styles";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { TimeStamp } from "@/components/ui/time-stamp";

/** The link to WeChat's page while it works: to be opened here, or copied for the owner. */
export function AuthorizationLink({ url, until }: { url: string; until: Date }) {
  const t = useTranslations("platforms.authorize");
  const [hasEnded, setEnded] = useState(false);
  useEffect(() => {
    const left = new Date(until).getTime() - Date.now();
    const timer = setTimeout(() => setEnded(true), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [until]);

  if (hasEnded) return <p role="status">{t("ended")}</p>;
  return (
    <div className="flex flex-col gap-3">
      <p role="status">
        {t("ready")}{" "}
        <span className="text-sm text-muted">
          {t("until")} <TimeStamp at={until} as="exact" />
        </span>
      </p>
      <div>
        {/* WeChat opens its page only for a click from the registered domain, so it must see it. */}
        <a
          href={url}
          target="_blank"
          rel="noopener"
          referrerPolicy="origin"
          className={buttonVariants({ variant: "primary" })}
        >
          <ExternalLink />
          {t("open")}
        </a>
      </div>
      <div className="flex min-w-0 items-start gap-1">
        <code className="min-w-0 font-mono text-xs leading-5 break-all text-muted">{url}</code>
        <CopyButton text={url} label={t("link")} />
      </div>
      <p className="text-xs text-muted">{t("copyHelp")}</p>
    </div>
  );
}
