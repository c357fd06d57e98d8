"use client";

import { Description, Switch } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { NameTemplateField } from "@/components/packs/new/name-template-field";
import { usePackForm } from "@/components/packs/new/use-pack-form";
import type { PackPreviewState } from "@/components/packs/new/use-pack-preview";
import { SectionCard } from "@/components/ui/section-card";

/** How the files in the ZIP are called, and the first three names as they will be. */
export function NamingSection({ state }: { state: PackPreviewState }) {
  const t = useTranslations("packs.naming");
  const { control } = usePackForm();
  const { field } = useController({ control, name: "isAscii" });
  const { preview, problem, isCurrent } = state;
  const names = preview?.sampleNames ?? [];
  const isOfNames = problem?.field?.endsWith("nameTemplate") ?? false;
  return (
    <SectionCard title={t("title")} description={t("description")}>
      <div className="flex flex-col gap-5">
        <NameTemplateField
          payloadKeys={preview?.payloadKeys ?? []}
          problem={isOfNames ? problem : null}
        />
        {names.length > 0 ? (
          <div aria-busy={!isCurrent} className={isCurrent ? "" : "opacity-60"}>
            <p className="mb-1.5 text-sm font-medium">{t("samples")}</p>
            <ul
              aria-label={t("samples")}
              className="flex flex-col gap-1 rounded-lg bg-surface-secondary px-3 py-2"
            >
              {names.map((name) => (
                <li key={name} className="font-mono text-xs leading-5 break-all">
                  {name}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <Switch size="sm" isSelected={field.value} onChange={field.onChange}>
          <Switch.Content ref={field.ref}>
            <Switch.Control>
              <Switch.Thumb />
            </Switch.Control>
            {t("ascii")}
          </Switch.Content>
          <Description>{t("asciiHelp")}</Description>
        </Switch>
      </div>
    </SectionCard>
  );
}
