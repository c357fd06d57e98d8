"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { BasicsSection } from "@/components/batches/new/basics-section";
import {
  BATCH_FIELDS,
  batchFormFor,
  emptyBatchForm,
} from "@/components/batches/new/batch-form-values";
import type { BatchFormValues } from "@/components/batches/new/batch-form-values";
import { CarrySection } from "@/components/batches/new/carry-section";
import { CheckSection } from "@/components/batches/new/check-section";
import { RowsSection } from "@/components/batches/new/rows-section";
import { NO_ROWS } from "@/components/batches/new/rows-source";
import { StartSection } from "@/components/batches/new/start-section";
import { useBatchDraft } from "@/components/batches/new/use-batch-draft";
import { useBatchFieldLabels } from "@/components/batches/new/use-batch-field-labels";
import { useGuessedColumns } from "@/components/batches/new/use-guessed-columns";
import { useRowCheck } from "@/components/batches/new/use-row-check";
import { useRowsIn } from "@/components/batches/new/use-rows-in";
import { useStartBatch } from "@/components/batches/new/use-start-batch";
import { DraftNote } from "@/components/codes/mint/draft-note";
import { LookSection } from "@/components/codes/mint/look-section";
import type { CreateCampaign, NamedCampaign } from "@/components/codes/mint/new-campaign-dialog";
import { VersionSection } from "@/components/codes/mint/version-section";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

interface NewBatchFormProps {
  personId: string;
  miniPrograms: readonly MiniProgramRow[];
  /** The one the frame's switch shows. */
  chosenMiniProgramId: string | undefined;
  campaigns: readonly NamedCampaign[];
  createCampaign: CreateCampaign;
}

/** New batch, from the rows to the start, on one page: every step stays open to be changed. */
export function NewBatchForm(props: NewBatchFormProps) {
  const { personId, miniPrograms, chosenMiniProgramId, campaigns, createCampaign } = props;
  const t = useTranslations("batches.new");
  const labels = useBatchFieldLabels();
  const chosen = miniPrograms.find(({ id }) => id === chosenMiniProgramId) ?? miniPrograms[0];
  const rowsIn = useRowsIn();
  const { table } = rowsIn;
  const form = useForm<BatchFormValues, unknown, BatchFormValues>({
    resolver: zodResolver(batchFormFor(table), undefined, { raw: true }),
    defaultValues: emptyBatchForm(chosen),
  });
  const { control, handleSubmit, reset, setFocus } = form;
  const values = useWatch({ control, compute: (all: BatchFormValues) => all });
  const draft = useBatchDraft(form, rowsIn, {
    personId,
    fits: ({ miniProgramId }) => miniPrograms.some(({ id }) => id === miniProgramId),
  });
  useGuessedColumns(form, table);
  const check = useRowCheck(values, rowsIn.isReading ? null : table, rowsIn.isReading);
  const starting = useStartBatch(draft.forget);
  const checkPlace = useRef<HTMLDivElement>(null);

  // What only the server knows to be wrong is at a field as well.
  const faultyField = (starting.problem ?? check.problem)?.field;
  useEffect(() => {
    const field = BATCH_FIELDS.find((known) => known === faultyField);
    if (field) setFocus(field);
  }, [faultyField, setFocus]);

  function startOver() {
    draft.forget();
    reset(emptyBatchForm(chosen));
    rowsIn.change(NO_ROWS);
  }

  function askCheck() {
    // Rows that are still being read are no missing ones.
    if (rowsIn.isReading) check.ask();
    else void handleSubmit(() => check.ask())();
  }
  const start = () =>
    void handleSubmit(async (filled) => {
      if (table) await starting.start(filled, table);
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
        <CarrySection miniProgram={miniProgram} table={table} />
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
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}
