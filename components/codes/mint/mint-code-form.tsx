"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { KeyboardEvent } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { BasicsSection } from "@/components/codes/mint/basics-section";
import { CarrySection } from "@/components/codes/mint/carry-section";
import { DraftNote } from "@/components/codes/mint/draft-note";
import { LookSection } from "@/components/codes/mint/look-section";
import { emptyMintForm, MINT_FIELDS, mintFormFor } from "@/components/codes/mint/mint-form-values";
import type { MintCampaign, MintFormValues } from "@/components/codes/mint/mint-form-values";
import type { CreateCampaign } from "@/components/codes/mint/new-campaign-dialog";
import { SidePane } from "@/components/codes/mint/side-pane";
import { useFieldLabels } from "@/components/codes/mint/use-field-labels";
import { useMint } from "@/components/codes/mint/use-mint";
import type { MintCode, RetryCode } from "@/components/codes/mint/use-mint";
import { useMintDraft } from "@/components/codes/mint/use-mint-draft";
import { VersionSection } from "@/components/codes/mint/version-section";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

interface MintCodeFormProps {
  personId: string;
  miniPrograms: readonly MiniProgramRow[];
  /** The one the frame's switch shows. */
  chosenMiniProgramId: string | undefined;
  campaigns: readonly MintCampaign[];
  /** Filled in from another code; then no draft is brought back. */
  like: MintFormValues | null;
  mintCode: MintCode;
  retryCode: RetryCode;
  createCampaign: CreateCampaign;
}

/** New code: the form at the left, what it will be and cost at the right. */
export function MintCodeForm({
  personId,
  miniPrograms,
  chosenMiniProgramId,
  campaigns,
  like,
  mintCode,
  retryCode,
  createCampaign,
}: MintCodeFormProps) {
  const t = useTranslations("newCode");
  const labels = useFieldLabels();
  const chosen = miniPrograms.find(({ id }) => id === chosenMiniProgramId) ?? miniPrograms[0];
  const form = useForm<MintFormValues, unknown, MintFormValues>({
    resolver: zodResolver(mintFormFor(miniPrograms, campaigns), undefined, { raw: true }),
    defaultValues: like ?? emptyMintForm(chosen),
  });
  const { control, handleSubmit, reset, setFocus, getValues } = form;
  const kind = useWatch({ control, name: "kind" });
  const miniProgramId = useWatch({ control, name: "miniProgramId" });
  const draft = useMintDraft(form, {
    personId,
    isResumed: like === null,
    fits: (values) => miniPrograms.some(({ id }) => id === values.miniProgramId),
  });
  const minting = useMint({ mintCode, retryCode, onMinted: draft.forget });
  const formElement = useRef<HTMLFormElement>(null);

  // What only the server knows to be wrong, as a scene that is taken, is at a field as well.
  const faultyField = minting.problem?.field;
  useEffect(() => {
    const field = MINT_FIELDS.find((known) => known === faultyField);
    if (field) setFocus(field);
  }, [faultyField, setFocus]);

  function startOver() {
    draft.forget();
    reset(emptyMintForm(chosen));
  }

  function mintAnother() {
    minting.dismiss();
    reset(getValues());
    formElement.current?.scrollIntoView({ block: "start" });
    setFocus("label", { shouldSelect: true });
  }

  return (
    <FormProvider {...form}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a form hears the keys of its fields */}
      <form
        method="post"
        ref={formElement}
        noValidate
        aria-label={t("title")}
        className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22.5rem]"
        onSubmit={(event) => void handleSubmit(minting.mint)(event)}
        onKeyDown={keepEnterFromMinting}
      >
        <div className="flex min-w-0 flex-col gap-5">
          <ErrorSummary control={control} setFocus={setFocus} labels={labels} />
          {draft.restoredAt ? (
            <DraftNote restoredAt={draft.restoredAt} onClear={startOver} />
          ) : null}
          <BasicsSection
            miniPrograms={miniPrograms}
            campaigns={campaigns}
            createCampaign={createCampaign}
          />
          <CarrySection
            miniProgram={miniPrograms.find(({ id }) => id === miniProgramId)}
            campaigns={campaigns}
          />
          <LookSection />
          {kind === "WXA_QRCODE" ? null : <VersionSection />}
        </div>
        <SidePane minting={minting} onAnother={mintAnother} />
      </form>
    </FormProvider>
  );
}

/** A code can cost one of the 100,000: it is minted at the button, where its price stands. */
function keepEnterFromMinting(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}
