"use client";

import { Button } from "@heroui/react";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { TemplatesState } from "@/components/batches/new/saved/use-templates";
import { KindChip } from "@/components/codes/words/kind-chip";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { FormDialog } from "@/components/ui/form-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { TemplateRow } from "@/lib/batches/template-schema";

interface SavedSettingsDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  templates: readonly TemplateRow[];
  columns: readonly string[];
  state: TemplatesState;
  onUse: (template: TemplateRow) => void;
}

/** Everybody's saved settings: which columns each needs, whether the rows have them, use and removal. */
export function SavedSettingsDialog(props: SavedSettingsDialogProps) {
  const { isOpen, onOpenChange, templates, columns, state, onUse } = props;
  const t = useTranslations("batches.saved");
  const [removed, setRemoved] = useState<TemplateRow | null>(null);
  const { isPending, problem } = state.removing;

  async function remove() {
    if (removed) await state.remove(removed.id);
    setRemoved(null);
  }

  return (
    <>
      <FormDialog isOpen={isOpen} onOpenChange={onOpenChange} title={t("listTitle")}>
        <div className="flex flex-col gap-3">
          <p className="text-muted">{t("listText")}</p>
          <ProblemBanner problem={problem} />
          {templates.length === 0 ? <p>{t("none")}</p> : null}
          <ul aria-label={t("listTitle")} className="flex max-h-96 flex-col gap-2 overflow-y-auto">
            {templates.map((template) => {
              const missing = template.columns.filter((name) => !columns.includes(name));
              return (
                <li
                  key={template.id}
                  className="flex items-center gap-2 rounded-lg border border-border px-3 py-2"
                >
                  <div className="min-w-0 flex-1">
                    <p className="flex flex-wrap items-center gap-2">
                      <span className="font-medium break-all">{template.name}</span>
                      <KindChip kind={template.form.kind} />
                    </p>
                    <p className="text-xs text-muted">
                      {template.createdBy} · <TimeStamp at={template.createdAt} />
                    </p>
                    <p className="line-clamp-3 text-xs break-all text-muted">
                      {columns.length === 0 || missing.length === 0
                        ? t("needs", { columns: template.columns.join(t("and")) || t("noColumns") })
                        : t("lacks", { columns: missing.join(t("and")) })}
                    </p>
                  </div>
                  <Button
                    size="sm"
                    variant="outline"
                    aria-label={t("useNamed", { name: template.name })}
                    onPress={() => onUse(template)}
                  >
                    {t("use")}
                  </Button>
                  <IconButton
                    icon={Trash2}
                    label={t("removeNamed", { name: template.name })}
                    onPress={() => setRemoved(template)}
                  />
                </li>
              );
            })}
          </ul>
        </div>
      </FormDialog>
      <ConfirmDialog
        isOpen={removed !== null}
        onOpenChange={(stays) => {
          if (!stays) setRemoved(null);
        }}
        title={t("removeTitle", { name: removed?.name ?? "" })}
        confirmLabel={t("remove")}
        isPending={isPending}
        onConfirm={() => void remove()}
      >
        {t("removeText")}
      </ConfirmDialog>
    </>
  );
}
