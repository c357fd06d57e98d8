"use client";

import { useFormatter, useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/section-card";

const SHOWN = 50;

interface PathListProps {
  name: "missing" | "changed" | "added";
  paths: readonly string[];
}

/** Files of one trouble, by name; nothing when there are none. */
export function PathList({ name, paths }: PathListProps) {
  const t = useTranslations("packs.verify");
  const format = useFormatter();
  if (paths.length === 0) return null;
  const more = paths.length - SHOWN;
  return (
    <SectionCard title={t(`paths.${name}`, { count: paths.length })}>
      <ul className="flex flex-col gap-1">
        {paths.slice(0, SHOWN).map((path) => (
          <li key={path} className="font-mono text-[13px] break-all">
            {path}
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className="mt-2 text-sm text-muted">
          {t("paths.more", { number: format.number(more) })}
        </p>
      ) : null}
    </SectionCard>
  );
}
