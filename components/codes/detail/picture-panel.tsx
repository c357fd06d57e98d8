"use client";

import { ImageOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ContrastNote } from "@/components/codes/picture/contrast-note";
import { GroundStage } from "@/components/codes/picture/ground-stage";
import { GroundSwitch } from "@/components/codes/picture/ground-switch";
import type { Ground } from "@/components/codes/picture/grounds";
import { DownloadLink } from "@/components/codes/words/download-link";
import { SectionCard } from "@/components/ui/section-card";
import type { CodeDetail } from "@/lib/codes/schema";

/** The real picture on the grounds it may be printed on, and its download. */
export function PicturePanel({ code }: { code: CodeDetail }) {
  const t = useTranslations("codeDetail.picture");
  const [ground, setGround] = useState<Ground>("white");
  return (
    <SectionCard>
      <div className="flex flex-col gap-3">
        {code.fileName ? (
          <>
            <GroundStage ground={ground}>
              <img
                src={`/api/codes/${code.id}/picture`}
                alt={t("alt", { label: code.label })}
                className="size-full object-contain"
              />
            </GroundStage>
            <GroundSwitch ground={ground} onChange={setGround} />
            <ContrastNote
              lineColor={code.lineColor}
              autoColor={code.autoColor}
              isTransparent={code.isHyaline}
              ground={ground}
            />
            <DownloadLink codeId={code.id} fileName={code.fileName} fullWidth />
            <p className="text-center text-xs break-all text-muted">{code.fileName}</p>
          </>
        ) : (
          <div className="grid aspect-[4/3] place-items-center rounded-xl border border-border chequered text-zinc-600">
            <span className="flex flex-col items-center gap-2">
              <ImageOff aria-hidden className="size-8" strokeWidth={1.5} />
              {t("none")}
            </span>
          </div>
        )}
      </div>
    </SectionCard>
  );
}
