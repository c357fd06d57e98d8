"use client";

import { ToggleButton, ToggleButtonGroup } from "@heroui/react";
import { LayoutGrid, Rows3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { CODE_LIST_VIEWS } from "@/components/codes/list/code-list-params";
import type { CodeListView } from "@/components/codes/list/code-list-params";

const ICONS = { table: Rows3, gallery: LayoutGrid };

interface ViewSwitchProps {
  view: CodeListView;
  onChange: (view: CodeListView) => void;
}

export function ViewSwitch({ view, onChange }: ViewSwitchProps) {
  const t = useTranslations("codes.list");
  return (
    <ToggleButtonGroup
      aria-label={t("display")}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={(keys) => {
        const chosen = CODE_LIST_VIEWS.find((known) => keys.has(known));
        if (chosen) onChange(chosen);
      }}
    >
      {CODE_LIST_VIEWS.map((known) => {
        const Icon = ICONS[known];
        return (
          <ToggleButton key={known} id={known} isIconOnly aria-label={t(known)}>
            <Icon aria-hidden className="size-4" />
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}
