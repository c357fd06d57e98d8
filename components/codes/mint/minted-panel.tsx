"use client";

import { Button } from "@heroui/react";
import { CircleCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { GroundStage } from "@/components/codes/picture/ground-stage";
import { GroundSwitch } from "@/components/codes/picture/ground-switch";
import type { Ground } from "@/components/codes/picture/grounds";
import { PRINT_DPI, printedMm } from "@/components/codes/picture/physical-size";
import { DownloadLink } from "@/components/codes/words/download-link";
import { EnvChip } from "@/components/codes/words/env-chip";
import { ButtonLink } from "@/components/ui/button-link";
import type { MintCodeResult } from "@/lib/codes/schema";

interface MintedPanelProps {
  result: MintCodeResult;
  ground: Ground;
  onGroundChange: (ground: Ground) => void;
  /** Back to the form, as it stands, for the next one. */
  onAnother: () => void;
  /** False when it came by itself: then the person goes on where they are. */
  takesFocus: boolean;
  /** It was there before and was chosen instead of another one. */
  isChosen: boolean;
}

/** The real picture in the place of the mock, and what can be done with it. */
export function MintedPanel({
  result,
  ground,
  onGroundChange,
  onAnother,
  takesFocus,
  isChosen,
}: MintedPanelProps) {
  const t = useTranslations("newCode.minted");
  const format = useFormatter();
  const { code, reused } = result;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <div className="flex flex-col gap-3">
      <div role="status">
        <h2
          ref={heading}
          tabIndex={-1}
          className="flex items-center gap-2 font-semibold outline-none"
        >
          <CircleCheck aria-hidden className="size-5 shrink-0 text-success" />
          <span className="min-w-0 break-words">
            {t(reused ? "reused" : "done", { label: code.label })}
          </span>
        </h2>
        <p className="mt-1 text-sm text-muted">
          {reused
            ? t(isChosen ? "chosenText" : "reusedText")
            : t("spent", { count: code.quotaSpent })}
        </p>
      </div>
      <GroundStage
        ground={ground}
        badge={
          <>
            <CircleCheck aria-hidden className="size-3.5 text-green-700" />
            {t("chip")}
          </>
        }
      >
        <img
          src={`/api/codes/${code.id}/picture`}
          alt={t("alt", { label: code.label })}
          className="size-full object-contain"
        />
      </GroundStage>
      <GroundSwitch ground={ground} onChange={onGroundChange} />
      {code.picture ? (
        <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
          <EnvChip envVersion={code.envVersion} />
          {t("size", {
            width: code.picture.pixelWidth,
            mm: format.number(printedMm(code.picture.pixelWidth), { minimumFractionDigits: 1 }),
            dpi: PRINT_DPI,
          })}
        </p>
      ) : null}
      {code.fileName ? <DownloadLink codeId={code.id} fileName={code.fileName} fullWidth /> : null}
      <div className="grid grid-cols-2 gap-2 [&>*]:w-full">
        <ButtonLink href={`/codes/${code.id}`} variant="outline">
          {t("open")}
        </ButtonLink>
        <Button variant="outline" onPress={onAnother}>
          {t("another")}
        </Button>
      </div>
    </div>
  );
}
