"use client";

import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import type { PackDetail } from "@/lib/packs/pack-view";

/** The pictures that are not in the pack although they should be: each by its name, none silently absent. */
export function ProblemsCard({ pack: { problems, problemCount } }: { pack: PackDetail }) {
  const t = useTranslations("packs.detail.problems");
  if (problemCount === 0) return null;
  const rest = problemCount - problems.length;
  return (
    <Alert status="warning" role="status">
      <Alert.Indicator />
      <Alert.Content className="min-w-0">
        <Alert.Title>{t("title", { count: problemCount })}</Alert.Title>
        <Alert.Description>{t("text")}</Alert.Description>
        <ul className="mt-2 flex max-h-60 flex-col gap-1 overflow-y-auto text-sm">
          {problems.map(({ codeId, serial, label, problem }) => (
            <li key={codeId} className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-mono text-xs text-muted">{serial}</span>
              <TextLink href={`/codes/${codeId}`}>{label}</TextLink>
              <span className="text-muted">{t(problem)}</span>
            </li>
          ))}
          {rest > 0 ? <li>{t("more", { count: rest })}</li> : null}
        </ul>
      </Alert.Content>
    </Alert>
  );
}
