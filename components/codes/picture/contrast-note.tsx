"use client";

import { CircleAlert, CircleCheck, CircleX } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { readContrast } from "@/components/codes/picture/contrast";
import type { Ground } from "@/components/codes/picture/grounds";

interface ContrastNoteProps {
  lineColor: string;
  autoColor: boolean;
  isTransparent: boolean;
  ground: Ground;
}

const ICONS = { good: CircleCheck, risky: CircleAlert, unreadable: CircleX };
const TONES = {
  good: "text-success-soft-foreground",
  risky: "text-warning-soft-foreground",
  unreadable: "text-danger-soft-foreground",
};

/** Says in words whether a scanner will tell the lines from what lies under them. */
export function ContrastNote({ lineColor, autoColor, isTransparent, ground }: ContrastNoteProps) {
  const t = useTranslations("codes.contrast");
  const format = useFormatter();
  if (autoColor) return <p className="text-xs text-muted">{t("auto")}</p>;
  const { verdict, ratio, isInverted } = readContrast(lineColor, isTransparent, ground);
  const Icon = ICONS[verdict];
  const isWhite = lineColor.toUpperCase() === "#FFFFFF";
  return (
    <div className="flex flex-col gap-1 text-xs">
      <p className="flex gap-1.5">
        <Icon aria-hidden className={`mt-px size-4 shrink-0 ${TONES[verdict]}`} />
        <span>
          <strong className={`font-medium ${TONES[verdict]}`}>{t(verdict)}</strong>{" "}
          <span className="text-muted">
            {t(isTransparent ? "ratioGround" : "ratioWhite", {
              ratio: format.number(ratio, { maximumFractionDigits: 1 }),
            })}
            {isInverted && verdict !== "unreadable" ? ` ${t("inverted")}` : null}
          </span>
        </span>
      </p>
      {isWhite ? <p className="text-warning-soft-foreground">{t("white")}</p> : null}
    </div>
  );
}
