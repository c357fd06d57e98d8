"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { DraftNote } from "@/components/codes/mint/draft-note";
import { ChosenSection } from "@/components/packs/new/chosen-section";
import type { Chosen } from "@/components/packs/new/chosen-section";
import { NamingSection } from "@/components/packs/new/naming-section";
import { OptionFields } from "@/components/packs/new/option-fields";
import { OrderPane } from "@/components/packs/new/order-pane";
import { emptyPackForm, isZip, packFormFor } from "@/components/packs/new/pack-form-values";
import type { PackFormValues } from "@/components/packs/new/pack-form-values";
import { useOrderPack } from "@/components/packs/new/use-order-pack";
import type { OrderPack } from "@/components/packs/new/use-order-pack";
import { usePackDraft } from "@/components/packs/new/use-pack-draft";
import { usePackFieldLabels } from "@/components/packs/new/use-pack-field-labels";
import { usePackPreview } from "@/components/packs/new/use-pack-preview";
import { WhatSection } from "@/components/packs/new/what-section";
import { whyNot } from "@/components/packs/new/why-not";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { PackOptions } from "@/lib/packs/schema";
import type { TemplateRow } from "@/lib/packs/template-schema";

interface NewPackFormProps {
  personId: string;
  chosen: Chosen;
  /** What the pack may be called. */
  suggestedName: string;
  /** Of the pack that is made again. */
  again: PackOptions | null;
  templates: readonly TemplateRow[];
  orderPack: OrderPack;
}

/** New pack: which codes, as what, with which names; beside it what that comes to. */
export function NewPackForm(props: NewPackFormProps) {
  const { personId, chosen, suggestedName, again, templates, orderPack } = props;
  const t = useTranslations("packs.new");
  const labels = usePackFieldLabels();
  const { selection } = chosen;
  const empty = emptyPackForm(suggestedName, again);
  const form = useForm<PackFormValues, unknown, PackFormValues>({
    resolver: zodResolver(packFormFor(selection), undefined, { raw: true }),
    defaultValues: empty,
  });
  const { control, handleSubmit, reset, setFocus } = form;
  const values = useWatch({ control, compute: (all: PackFormValues) => all });
  const draft = usePackDraft(form, { personId, chosen: JSON.stringify([selection, again]) });
  const preview = usePackPreview(selection, values);
  const ordering = useOrderPack({ form, selection, orderPack, onOrdered: draft.forget });
  const cannot = whyNot(preview.preview) !== null;

  function startOver() {
    draft.forget();
    reset(empty);
  }

  return (
    <FormProvider {...form}>
      <form
        method="post"
        noValidate
        aria-label={t("title")}
        className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21rem]"
        onSubmit={(event) => {
          event.preventDefault();
          void handleSubmit(async (filled) => {
            // Why it cannot be made stands beside the button then.
            if (!cannot) await ordering.order(filled);
          })();
        }}
      >
        <div className="flex min-w-0 flex-col gap-5">
          <ErrorSummary control={control} setFocus={setFocus} labels={labels} />
          {draft.restoredAt ? (
            <DraftNote restoredAt={draft.restoredAt} onClear={startOver} />
          ) : null}
          <ChosenSection chosen={chosen} />
          <WhatSection />
          <OptionFields templates={templates} preview={preview.preview} />
          {isZip(values.form) ? <NamingSection state={preview} /> : null}
        </div>
        <OrderPane state={preview} ordering={ordering} />
      </form>
    </FormProvider>
  );
}
