"use client";

import { Card, Skeleton } from "@heroui/react";
import { useFormatter, useTranslations } from "next-intl";
import { useFormState, useWatch } from "react-hook-form";
import { useFileSize } from "@/components/ui/use-file-size";
import type { OrderPackState } from "@/components/packs/new/use-order-pack";
import { usePackForm } from "@/components/packs/new/use-pack-form";
import type { PackPreviewState } from "@/components/packs/new/use-pack-preview";
import { whyNot } from "@/components/packs/new/why-not";
import { LeftOutList } from "@/components/packs/words/left-out-list";
import { leftOutTotal } from "@/components/packs/words/left-out-parts";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PackPreview } from "@/lib/packs/pack-view";
import { PACK_CODES_MAX } from "@/lib/packs/schema";

interface OrderPaneProps {
  state: PackPreviewState;
  ordering: OrderPackState;
}

/** Beside the form: how much it is, what is left out and why, and the button. */
export function OrderPane({ state, ordering }: OrderPaneProps) {
  const t = useTranslations("packs.new");
  const { control } = usePackForm();
  const form = useWatch({ control, name: "form" });
  const { submitCount } = useFormState({ control });
  const { preview, problem, isLost } = state;
  const missing = whyNot(preview);
  const isOfNames = problem?.field?.endsWith("nameTemplate") ?? false;
  return (
    <Card className="gap-4 border border-border p-5 lg:sticky lg:top-16">
      {preview ? (
        <PreviewFigures preview={preview} isFile={form === "pictures"} />
      ) : isLost || problem ? null : (
        <FiguresSkeleton />
      )}
      {isLost ? (
        <p role="status" className="rounded-lg bg-warning-soft px-3 py-2 text-sm">
          {t("lost")}
        </p>
      ) : null}
      <ProblemBanner problem={ordering.problem ?? (isOfNames ? null : problem)} />
      {missing ? (
        <p
          role={submitCount > 0 ? "alert" : undefined}
          className="text-sm text-danger-soft-foreground"
        >
          {t(`missing.${missing}`, {
            most: PACK_CODES_MAX,
            count: preview ? leftOutTotal(preview.leftOut) : 0,
          })}
        </p>
      ) : null}
      <SubmitButton fullWidth isPending={ordering.isPending}>
        {ordering.isPending
          ? t("ordering")
          : preview && !missing
            ? t("orderCount", { count: preview.codeCount })
            : t("order")}
      </SubmitButton>
      <p className="text-xs text-muted">{t("logged")}</p>
    </Card>
  );
}

/** `isFile`: then the pictures are the file, give or take its lists. */
function PreviewFigures({ preview, isFile }: { preview: PackPreview; isFile: boolean }) {
  const t = useTranslations("packs.new");
  const format = useFormatter();
  const fileSize = useFileSize();
  const left = leftOutTotal(preview.leftOut);
  return (
    <div className="flex flex-col gap-3">
      <dl aria-live="polite" className="grid grid-cols-2 gap-x-4">
        <div>
          <dt className="text-xs text-muted">{t("codes")}</dt>
          <dd className="text-2xl leading-8 font-semibold tracking-tight">
            {format.number(preview.codeCount)}
          </dd>
        </div>
        <div>
          <dt className="text-xs text-muted">{t(isFile ? "size" : "pictureSize")}</dt>
          <dd className="text-2xl leading-8 font-semibold tracking-tight">
            {fileSize(preview.pictureBytes)}
          </dd>
        </div>
      </dl>
      {left > 0 ? (
        <section
          aria-label={t("leftOut", { count: left })}
          className="rounded-lg bg-warning-soft px-3 py-2.5"
        >
          <p className="mb-1.5 text-sm font-medium">{t("leftOut", { count: left })}</p>
          <LeftOutList leftOut={preview.leftOut} />
        </section>
      ) : preview.codeCount > 0 ? (
        <p className="text-sm text-muted">{t("noneLeftOut")}</p>
      ) : null}
    </div>
  );
}

function FiguresSkeleton() {
  return (
    <div aria-hidden className="grid grid-cols-2 gap-4">
      <Skeleton className="h-12 rounded-lg" />
      <Skeleton className="h-12 rounded-lg" />
    </div>
  );
}
