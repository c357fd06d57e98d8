"use client";

import { ToggleButton, ToggleButtonGroup } from "@heroui/react";
import { useTranslations } from "next-intl";
import { GROUND_CSS, GROUNDS } from "@/components/codes/picture/grounds";
import type { Ground } from "@/components/codes/picture/grounds";

interface GroundSwitchProps {
  ground: Ground;
  onChange: (ground: Ground) => void;
}

/** White, grey, dark or photo: what the picture is looked at on. */
export function GroundSwitch({ ground, onChange }: GroundSwitchProps) {
  const t = useTranslations("codes.grounds");
  return (
    <ToggleButtonGroup
      aria-label={t("title")}
      selectionMode="single"
      disallowEmptySelection
      size="sm"
      fullWidth
      selectedKeys={[ground]}
      onSelectionChange={(keys) => {
        const chosen = GROUNDS.find((known) => keys.has(known));
        if (chosen) onChange(chosen);
      }}
    >
      {GROUNDS.map((known) => (
        <ToggleButton key={known} id={known} className="min-w-0 px-1.5">
          <span
            aria-hidden
            className="size-3.5 shrink-0 rounded-sm border border-zinc-400"
            style={{ background: GROUND_CSS[known] }}
          />
          {t(known)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
