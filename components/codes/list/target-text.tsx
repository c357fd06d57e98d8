"use client";

import { useTranslations } from "next-intl";

interface TargetTextProps {
  target: string;
  scene: string | null;
  /** Of the code, where there is one. */
  serial?: string | null;
}

/** What a code opens, in one line: its serial and the scene first, for they tell codes apart. */
export function TargetText({ target, scene, serial }: TargetTextProps) {
  const t = useTranslations("codes.list");
  const page = target === "" ? t("homePage") : target;
  return (
    <span className="block truncate font-mono text-xs text-muted" title={`${scene ?? ""} ${page}`}>
      {serial ? <span className="text-foreground">{serial} · </span> : null}
      {scene ? <span className="text-foreground">{scene} </span> : null}
      {page}
    </span>
  );
}
