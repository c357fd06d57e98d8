"use client";

import { Button, Spinner } from "@heroui/react";
import { ImagePlus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropZone } from "react-aria-components/DropZone";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { sendAsset } from "@/components/packs/templates/send-asset";
import { IconButton } from "@/components/ui/icon-button";
import { useAction } from "@/components/ui/use-action";
import { useErrorText } from "@/components/ui/use-error-text";
import type { AssetView } from "@/lib/packs/template-schema";

const TYPES = ["image/png", "image/jpeg", "image/webp"];

interface AssetFieldProps {
  label: string;
  /** Hash of the picture. */
  value: string | null;
  /** Null: taken away. */
  onChange: (asset: AssetView | null) => void;
}

/** A picture of one's own: dropped or chosen, shown, exchanged, taken away. */
export function AssetField({ label, value, onChange }: AssetFieldProps) {
  const t = useTranslations("packTemplates.asset");
  const errorText = useErrorText();
  const { run, isPending, problem } = useAction(sendAsset);

  async function take(file: File | undefined) {
    const sent = file && (await run(file));
    if (sent) onChange(sent.data);
  }

  return (
    <div className="flex flex-col gap-2">
      <DropZone
        aria-label={label}
        getDropOperation={() => "copy"}
        onDrop={({ items }) => {
          const [only] = items;
          if (only?.kind === "file") void only.getFile().then(take);
        }}
        className="flex items-center gap-3 rounded-xl border border-dashed border-field-border p-3 data-[drop-target]:border-accent data-[drop-target]:bg-accent-soft data-[focus-visible]:border-accent"
      >
        <span className="grid size-16 shrink-0 place-items-center overflow-hidden rounded-lg border border-border chequered">
          {value ? (
            <img src={`/api/packs/assets/${value}`} alt="" className="size-full object-contain" />
          ) : (
            <ImagePlus aria-hidden className="size-6 text-zinc-500" strokeWidth={1.5} />
          )}
        </span>
        <span className="flex min-w-0 flex-col items-start gap-1.5">
          <span className="flex flex-wrap gap-2">
            <FileTrigger acceptedFileTypes={TYPES} onSelect={(files) => void take(files?.[0])}>
              <Button size="sm" variant="outline" isPending={isPending}>
                {isPending ? <Spinner size="sm" color="current" /> : null}
                {t(value ? "other" : "choose")}
              </Button>
            </FileTrigger>
            {value ? (
              <IconButton
                icon={Trash2}
                label={t("remove", { label })}
                onPress={() => onChange(null)}
              />
            ) : null}
          </span>
          <span className="text-xs text-muted">{t("limits")}</span>
        </span>
      </DropZone>
      {problem ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {errorText(problem.reason, problem.values)}
        </p>
      ) : null}
    </div>
  );
}
