"use client";

import { Button } from "@heroui/react";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SandboxWords } from "@/components/sandbox/sandbox-props";
import { useSandboxWords } from "@/components/sandbox/use-sandbox-words";
import type { FaultRow } from "@/lib/sandbox-control/row-schema";

interface FaultItemProps {
  rule: FaultRow;
  words: SandboxWords;
  onRemove: () => void;
}

/** One rule in words, and how often it was looked at and hit. */
export function FaultItem({ rule, words, onRemove }: FaultItemProps) {
  const t = useTranslations("sandbox.faults");
  const { endpoint, fault, moment } = useSandboxWords();
  const what = fault(rule.fault);
  const where = endpoint(rule.endpoint);
  const whose = rule.appid === null ? t("anyMiniProgram") : (words.names[rule.appid] ?? rule.appid);
  return (
    <li className="flex items-start gap-3 py-2.5 ps-5 pe-3">
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">{what}</p>
        <p className="text-sm break-words">
          {where} · {whose} · {moment(rule)}
        </p>
        <p className="text-xs text-muted">
          {t(`countedShort.${rule.counted}`)} · {t("seen", { seen: rule.seen, hits: rule.hits })}
        </p>
      </div>
      <Button
        size="sm"
        variant="ghost"
        isIconOnly
        aria-label={t("remove", { fault: what, endpoint: where })}
        onPress={onRemove}
      >
        <X className="text-muted" />
      </Button>
    </li>
  );
}
