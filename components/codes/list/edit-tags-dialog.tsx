"use client";

import { Description, Label, Tag, TagGroup } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { EditTicked } from "@/components/codes/list/use-edit-ticked";
import { TagsField } from "@/components/codes/mint/tags-field";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import type { CodeRow } from "@/lib/codes/list-codes";

interface EditTagsDialogProps {
  codes: readonly CodeRow[];
  isOpen: boolean;
  onClose: () => void;
  edit: EditTicked;
}

/** Tags to add to all ticked codes, and tags of theirs to take off. */
export function EditTagsDialog({ isOpen, onClose, ...form }: EditTagsDialogProps) {
  const t = useTranslations("codes.selection");
  return (
    <FormDialog
      isOpen={isOpen}
      onOpenChange={onClose}
      title={t("tagsTitle", { count: form.codes.length })}
    >
      <EditTagsForm {...form} onClose={onClose} />
    </FormDialog>
  );
}

function EditTagsForm({ codes, onClose, edit }: Omit<EditTagsDialogProps, "isOpen">) {
  const t = useTranslations("codes.selection");
  const [added, setAdded] = useState<string[]>([]);
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [isExplained, setExplained] = useState(false);
  const carried = countTags(codes);
  const isEmpty = added.length === 0 && removed.size === 0;

  async function save() {
    setExplained(isEmpty);
    if (isEmpty) return;
    if (await edit.run({ addTags: added, removeTags: [...removed] })) onClose();
  }

  return (
    <DialogForm
      onSubmit={() => void save()}
      onCancel={onClose}
      isPending={edit.isPending}
      problem={edit.problem}
      labels={{ cancel: t("cancel"), submit: t("apply") }}
    >
      <p className="text-sm text-muted">{t("addHelp")}</p>
      <TagsField tags={added} onChange={setAdded} />
      {carried.length > 0 ? (
        <TagGroup
          selectionMode="multiple"
          selectedKeys={removed}
          onSelectionChange={(keys) =>
            setRemoved(
              new Set(carried.flatMap(([tag]) => (keys === "all" || keys.has(tag) ? tag : []))),
            )
          }
          className="gap-2"
        >
          <Label>{t("remove")}</Label>
          <TagGroup.List className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto p-0.5">
            {carried.map(([tag, count]) => (
              <Tag
                key={tag}
                id={tag}
                textValue={tag}
                className={removed.has(tag) ? "line-through" : ""}
              >
                {t("carried", { tag, count })}
              </Tag>
            ))}
          </TagGroup.List>
          <Description>{t("removeHelp")}</Description>
        </TagGroup>
      ) : null}
      <p role="alert" className="text-sm text-danger empty:hidden">
        {isExplained && isEmpty ? t("tagsNothing") : null}
      </p>
    </DialogForm>
  );
}

/** The tags the codes carry and how many carry each, the commonest first. */
function countTags(codes: readonly CodeRow[]): [tag: string, count: number][] {
  const counts = new Map<string, number>();
  for (const tag of codes.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left);
}
