"use client";

import { useTranslations } from "next-intl";

interface TargetTextProps {
  target: string;
  scene: string | null;
}

/** What a code opens, in one line: the scene first, for that is what tells codes apart. */
export function TargetText({ target, scene }: TargetTextProps) {
  const t = useTranslations("codes.list");
  const page = target === "" ? t("homePage") : target;
  return (
    <span className="block truncate font-mono text-xs text-muted" title={`${scene ?? ""} ${page}`}>
      {scene ? <span className="text-foreground">{scene} </span> : null}
      {page}
    </span>
  );
}
