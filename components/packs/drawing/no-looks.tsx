import { Frame } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { TemplateKind } from "@/lib/packs/template-schema";

/** Nobody has made a look of this kind yet: leads to making the first one. */
export function NoLooks({ kind, mayWrite = true }: { kind: TemplateKind; mayWrite?: boolean }) {
  const t = useTranslations(`packTemplates.none.${kind}`);
  return (
    <EmptyState
      icon={Frame}
      title={t("title")}
      action={
        mayWrite ? (
          <ButtonLink href={`/packs/templates/new?kind=${kind}`}>{t("make")}</ButtonLink>
        ) : null
      }
    >
      {t("text")}
    </EmptyState>
  );
}
