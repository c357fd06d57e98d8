"use client";

import { Button } from "@heroui/react";
import { BookmarkCheck, BookmarkPlus, FolderOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SaveSettingsDialog } from "@/components/batches/new/saved/save-settings-dialog";
import { SavedSettingsDialog } from "@/components/batches/new/saved/saved-settings-dialog";
import { useTemplates } from "@/components/batches/new/saved/use-templates";
import type { TemplateActions } from "@/components/batches/new/saved/use-templates";
import type { TemplateRow } from "@/lib/batches/template-schema";

const OFFERED = 2;

interface SavedSettingsProps {
  templates: readonly TemplateRow[];
  actions: TemplateActions;
  /** Empty while there are no rows. */
  columns: readonly string[];
}

/** What was filled in before: offered by itself where it fits the columns, chosen from a list, or saved. */
export function SavedSettings({ templates, actions, columns }: SavedSettingsProps) {
  const t = useTranslations("batches.saved");
  const state = useTemplates(actions);
  const [open, setOpen] = useState<"save" | "list" | null>(null);
  const [round, setRound] = useState(0);
  const [used, setUsed] = useState<string | null>(null);
  const fitting = templates.filter(
    (one) => one.columns.length > 0 && one.columns.every((name) => columns.includes(name)),
  );

  function show(dialog: "save" | "list") {
    setRound(round + 1);
    setOpen(dialog);
  }

  function use(template: TemplateRow) {
    state.use(template);
    setUsed(template.name);
    setOpen(null);
  }

  return (
    <div className="flex flex-col gap-2">
      {fitting.length > 0 ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl bg-accent-soft px-3 py-2 text-sm text-accent-soft-foreground">
          <span className="flex items-center gap-2">
            <BookmarkCheck aria-hidden className="size-4 shrink-0" />
            {t("fits")}
          </span>
          {fitting.slice(0, OFFERED).map((template) => (
            <Button
              key={template.id}
              size="sm"
              variant="outline"
              className="max-w-full bg-surface"
              onPress={() => use(template)}
            >
              <span className="truncate">{t("useNamed", { name: template.name })}</span>
            </Button>
          ))}
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {templates.length > 0 ? (
          <Button size="sm" variant="outline" onPress={() => show("list")}>
            <FolderOpen aria-hidden className="size-4" />
            {t("open")}
          </Button>
        ) : null}
        <Button size="sm" variant="outline" onPress={() => show("save")}>
          <BookmarkPlus aria-hidden className="size-4" />
          {t("save")}
        </Button>
        <span role="status" className="text-sm text-muted">
          {used === null ? null : t("used", { name: used })}
        </span>
      </div>
      <SaveSettingsDialog
        key={`save-${round}`}
        isOpen={open === "save"}
        onOpenChange={(isOpen) => setOpen(isOpen ? "save" : null)}
        state={state}
      />
      <SavedSettingsDialog
        key={`list-${round}`}
        isOpen={open === "list"}
        onOpenChange={(isOpen) => setOpen(isOpen ? "list" : null)}
        templates={templates}
        columns={columns}
        state={state}
        onUse={use}
      />
    </div>
  );
}
