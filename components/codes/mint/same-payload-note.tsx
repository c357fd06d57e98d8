"use client";

import { Button } from "@heroui/react";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import type { MintPrice } from "@/lib/codes/schema";

interface SamePayloadNoteProps {
  same: NonNullable<MintPrice["samePayload"]>;
  onChoose: (codeId: string) => void;
}

/** A code with the same page and data is there already; another one stays possible. */
export function SamePayloadNote({ same, onChoose }: SamePayloadNoteProps) {
  const t = useTranslations("newCode.samePayload");
  const { id, label, serial, count, status } = same;
  return (
    <div
      role="status"
      className="flex gap-2 rounded-lg bg-accent-soft px-3 py-2 text-sm text-accent-soft-foreground"
    >
      <Copy aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="flex min-w-0 flex-col gap-2">
        <p>
          {t("there", { count })}{" "}
          <TextLink href={`/codes/${id}`}>{t("code", { label, serial })}</TextLink>
        </p>
        {status === "minted" ? (
          <Button size="sm" variant="secondary" className="self-start" onPress={() => onChoose(id)}>
            {t("use")}
          </Button>
        ) : null}
        <p className="text-xs">{t("another")}</p>
      </div>
    </div>
  );
}
