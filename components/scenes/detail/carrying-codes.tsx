"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { CodeStatusChip } from "@/components/codes/words/code-status-chip";
import { CodeThumbnail } from "@/components/codes/words/code-thumbnail";
import { EnvChip } from "@/components/codes/words/env-chip";
import { SectionCard } from "@/components/ui/section-card";
import type { SceneDetail } from "@/lib/scenes/schema";

/** The codes that carry the scene: in print they all lead where it leads. */
export function CarryingCodes({ scene: { codes, codeCount } }: { scene: SceneDetail }) {
  const t = useTranslations("scenes.detail.codes");
  const more = codeCount - codes.length;
  return (
    <SectionCard title={t("title")} description={t("count", { count: codeCount })}>
      {codes.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {codes.map((code) => (
            <li key={code.id}>
              <Link
                href={`/codes/${code.id}`}
                className="-mx-2 flex items-center gap-3 rounded-lg p-2 hover:bg-surface-secondary"
              >
                <CodeThumbnail codeId={code.id} status={code.status} className="size-14" />
                <span className="flex min-w-0 flex-1 flex-col gap-0.5">
                  <span className="truncate font-medium">{code.label}</span>
                  <span className="font-mono text-xs text-muted">{code.serial}</span>
                  <span className="flex flex-wrap gap-1 empty:hidden">
                    {code.status === "minted" ? null : <CodeStatusChip status={code.status} />}
                    <EnvChip envVersion={code.envVersion} />
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {more > 0 ? <p className="mt-2 text-sm text-muted">{t("more", { count: more })}</p> : null}
    </SectionCard>
  );
}
