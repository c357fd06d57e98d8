"use client";

import { Button, Tooltip } from "@heroui/react";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const SHOWN_MS = 2_000;

/** Copies a text; `label` says which, for those who cannot see what it stands beside. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations("common");
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      window.prompt(t("copyByHand"), text);
    }
  }

  return (
    <Tooltip>
      <Button
        isIconOnly
        size="sm"
        variant="ghost"
        aria-label={isCopied ? t("copied") : t("copyLabel", { label })}
        onPress={copy}
      >
        {isCopied ? <Check className="text-success" /> : <Copy className="text-muted" />}
      </Button>
      <Tooltip.Content>{isCopied ? t("copied") : t("copy")}</Tooltip.Content>
    </Tooltip>
  );
}
