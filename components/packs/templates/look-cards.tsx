import Link from "next/link";
import { useTranslations } from "next-intl";
import { LookPicture } from "@/components/packs/templates/look-picture";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { TemplateRow } from "@/lib/packs/template-schema";

/** Looks of one kind as they come out; each leads to its editor. */
export function LookCards({ templates }: { templates: readonly TemplateRow[] }) {
  const t = useTranslations("packTemplates.list");
  return (
    <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-4">
      {templates.map((template) => (
        <li key={template.id}>
          <Link
            href={`/packs/templates/${template.id}`}
            className="block rounded-xl border border-border p-2 transition-colors hover:border-field-border"
          >
            <LookPicture template={template} alt="" className="h-52" />
            <span className="block px-1 pt-2">
              <span className="block truncate font-medium">{template.name}</span>
              <span className="block truncate text-xs text-muted">
                {template.createdBy} · {t("saved")} <TimeStamp at={template.updatedAt} />
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
