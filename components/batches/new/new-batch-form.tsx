"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { KeyboardEvent } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { BasicsSection } from "@/components/batches/new/basics-section";
import { batchFormFor, emptyBatchForm } from "@/components/batches/new/batch-form-values";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { CarrySection } from "@/components/batches/new/carry/carry-section";
import { CheckSection } from "@/components/batches/new/check/check-section";
import { RowsSection } from "@/components/batches/new/rows/rows-section";
import { SavedSettings } from "@/components/batches/new/saved/saved-settings";
import type { TemplateActions } from "@/components/batches/new/saved/use-templates";
import { StartSection } from "@/components/batches/new/start-section";
import { useBatchDraft } from "@/components/batches/new/use-batch-draft";
import { useBatchFieldLabels } from "@/components/batches/new/use-batch-field-labels";
import { useGuessedColumns } from "@/components/batches/new/carry/use-guessed-columns";
import { useRowCheck } from "@/components/batches/new/check/use-row-check";
import { useRowsIn } from "@/components/batches/new/rows/use-rows-in";
import { useServerFaults } from "@/components/batches/new/use-server-faults";
import { useStartBatch } from "@/components/batches/new/use-start-batch";
import { DraftNote } from "@/components/codes/mint/draft-note";
import { LookSection } from "@/components/codes/mint/look-section";
import type { CreateCampaign, NamedCampaign } from "@/components/codes/mint/new-campaign-dialog";
import { VersionSection } from "@/components/codes/mint/version-section";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { TemplateRow } from "@/lib/batches/template-schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

interface NewBatchFormProps {
  personId: string;
  miniPrograms: readonly MiniProgramRow[];
  /** The one the frame's switch shows. */
  chosenMiniProgramId: string | undefined;
  campaigns: readonly NamedCampaign[];
  createCampaign: CreateCampaign;
  /** Saved ways to fill the form in. */
  templates: readonly TemplateRow[];
  templateActions: TemplateActions;
}

/** New batch, from the rows to the start, on one page: every step stays open to be changed. */
export function NewBatchForm(props: NewBatchFormProps) {
  const { personId, miniPrograms, chosenMiniProgramId, campaigns, createCampaign } = props;
  const t = useTranslations("batches.new");
  const labels = useBatchFieldLabels();
  const chosen = miniPrograms.find(({ id }) => id === chosenMiniProgramId) ?? miniPrograms[0];
  const rowsIn = useRowsIn();
  const { sheet } = rowsIn;
  const form = useForm<BatchFormValues, unknown, BatchFormValues>({
    resolver: zodResolver(batchFormFor(sheet?.id ?? null), undefined, { raw: true }),
    defaultValues: emptyBatchForm(chosen),
  });
  const { control, handleSubmit, reset, setFocus } = form;
  const values = useWatch({ control, compute: (all: BatchFormValues) => all });
  const draft = useBatchDraft(form, rowsIn, {
    personId,
    fits: ({ miniProgramId }) => miniPrograms.some(({ id }) => id === miniProgramId),
  });
  useGuessedColumns(form, sheet, chosen?.defaultPage ?? "");
  const check = useRowCheck(values, rowsIn);
  const starting = useStartBatch(draft.forget);
  const checkPlace = useRef<HTMLDivElement>(null);
  useServerFaults({ form, rowsIn, check, starting });

  function startOver() {
    draft.forget();
    reset(emptyBatchForm(chosen));
    rowsIn.clear();
  }

  function askCheck() {
    // Rows that are still being read are no missing ones.
    if (rowsIn.isReading) check.ask();
    else void handleSubmit(() => check.ask())();
  }
  const start = () =>
    void handleSubmit(async (filled) => {
      const draftId = check.isCurrent ? check.checked?.check.draftId : undefined;
      if (sheet && draftId) await starting.start(filled, sheet, draftId);
    })();

  const miniProgram = miniPrograms.find(({ id }) => id === values.miniProgramId);
  return (
    <FormProvider {...form}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a form hears the keys of its fields */}
      <form
        method="post"
        noValidate
        aria-label={t("title")}
        className="flex max-w-5xl min-w-0 flex-col gap-5"
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={keepEnterFromStarting}
      >
        <ErrorSummary control={control} setFocus={setFocus} labels={labels} />
        {draft.restoredAt ? <DraftNote restoredAt={draft.restoredAt} onClear={startOver} /> : null}
        <BasicsSection
          miniPrograms={miniPrograms}
          campaigns={campaigns}
          createCampaign={createCampaign}
        />
        <RowsSection rowsIn={rowsIn} />
        <CarrySection
          miniProgram={miniProgram}
          sheet={sheet}
          saved={
            <SavedSettings
              templates={props.templates}
              actions={props.templateActions}
              columns={sheet?.columns ?? []}
            />
          }
        />
        <LookSection />
        {values.kind === "WXA_QRCODE" ? null : <VersionSection />}
        <div ref={checkPlace} className="scroll-mt-16">
          <CheckSection check={check} onAsk={askCheck} rowsIn={rowsIn} />
        </div>
        <StartSection
          check={check}
          starting={starting}
          onAsk={() => {
            askCheck();
            checkPlace.current?.scrollIntoView({ block: "start" });
          }}
          onStart={start}
        />
      </form>
    </FormProvider>
  );
}

/** A batch can cost thousands of the 100,000: it starts at its button, where its price stands. */
function keepEnterFromStarting(event: KeyboardEvent<HTMLFormElement>) {
  // React hands on what happens in a dialog, whose own form Enter may send.
  const isOwn = event.target instanceof Node && event.currentTarget.contains(event.target);
  if (isOwn && event.key === "Enter" && event.target instanceof HTMLInputElement) {
    event.preventDefault();
  }
}
