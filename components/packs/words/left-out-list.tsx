"use client";

import { useTranslations } from "next-intl";
import { leftOutParts } from "@/components/packs/words/left-out-parts";
import type { LeftOut } from "@/lib/packs/schema";

/** What was chosen and is not in the pack: how many for which reason, and what can be done about it. */
export function LeftOutList({ leftOut }: { leftOut: LeftOut }) {
  const t = useTranslations("packs.leftOut");
  return (
    <ul className="flex flex-col gap-2">
      {leftOutParts(leftOut).map(({ reason, count }) => (
        <li key={reason} className="text-sm">
          <span className="font-medium">{t(`${reason}.name`, { count })}</span>{" "}
          <span className="text-muted">{t(`${reason}.fix`)}</span>
        </li>
      ))}
    </ul>
  );
}
