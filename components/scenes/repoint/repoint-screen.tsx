"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import { RepointChange } from "@/components/scenes/repoint/repoint-change";
import { RepointDone } from "@/components/scenes/repoint/repoint-done";
import { RepointFilter } from "@/components/scenes/repoint/repoint-filter";
import { emptyRepointForm, repointFormFor } from "@/components/scenes/repoint/repoint-form-values";
import type { RepointFormValues } from "@/components/scenes/repoint/repoint-form-values";
import { RepointPreviewCard } from "@/components/scenes/repoint/repoint-preview";
import { useRepoint } from "@/components/scenes/repoint/use-repoint";
import type { Repoint } from "@/components/scenes/repoint/use-repoint";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import type { CampaignRow } from "@/lib/campaigns/schema";

interface RepointScreenProps {
  miniProgramId: string;
  campaigns: readonly CampaignRow[];
  batches: readonly { id: string; name: string }[];
  /** For the scenes that lead to this page; null: any. */
  page: string | null;
  repoint: Repoint;
}

/** Chooses scenes, says what changes, shows what that does, and does it. */
export function RepointScreen({
  miniProgramId,
  campaigns,
  batches,
  page,
  repoint,
}: RepointScreenProps) {
  const t = useTranslations("scenes.repoint");
  const format = useFormatter();
  const [isAsking, setAsking] = useState(false);
  const [chosenCampaign, setChosenCampaign] = useState("");
  const fields = campaigns.find(({ id }) => id === chosenCampaign)?.fields ?? [];
  const schema = repointFormFor(fields);
  const form = useForm<RepointFormValues, unknown, RepointFormValues>({
    resolver: zodResolver(schema, undefined, { raw: true }),
    defaultValues: emptyRepointForm(miniProgramId, page),
  });
  const { control, handleSubmit, setFocus, reset } = form;
  const values = useWatch({ control, compute: (all: RepointFormValues) => all });
  if (values.filter.campaignId !== chosenCampaign) setChosenCampaign(values.filter.campaignId);
  const repointing = useRepoint(repoint);
  const input = schema.safeParse(values).data;
  const preview = input ? repointing.previewOf(input) : null;

  if (repointing.result) {
    return (
      <RepointDone
        result={repointing.result}
        onAnother={() => {
          repointing.dismiss();
          reset(emptyRepointForm(miniProgramId, null));
        }}
      />
    );
  }
  return (
    <FormProvider {...form}>
      <form
        method="post"
        noValidate
        aria-label={t("title")}
        className="flex flex-col gap-4"
        onSubmit={(event) =>
          void handleSubmit((written) => repointing.look(schema.parse(written)))(event)
        }
      >
        <ErrorSummary
          control={control}
          setFocus={setFocus}
          labels={{
            "filter.tag": t("filter.tag"),
            "filter.page": t("filter.page"),
            "filter.payloadKey": t("filter.payloadKey"),
            "filter.payloadValue": t("filter.payloadValue"),
            "change.page": t("change.page"),
            "change.payload.set": t("change.set"),
            "change.payload.remove": t("change.remove"),
            "change.payload.payload": t("change.replace"),
            "change.at": t("change.when"),
            "change.why": t("change.why"),
          }}
        />
        <RepointFilter campaigns={campaigns} batches={batches} />
        <RepointChange fields={fields} />
        <ProblemBanner problem={repointing.problem} />
        <div>
          <SubmitButton variant={preview ? "outline" : "primary"} isPending={repointing.isLooking}>
            {t(preview ? "lookAgain" : "look")}
          </SubmitButton>
        </div>
      </form>
      {preview && input ? (
        <div className="mt-4 flex flex-col gap-3">
          <RepointPreviewCard preview={preview} />
          {preview.sceneCount > 0 ? (
            <div>
              <SubmitButton isPending={repointing.isChanging} onPress={() => setAsking(true)}>
                {t("apply", { count: preview.sceneCount })}
              </SubmitButton>
            </div>
          ) : null}
          <ConfirmDialog
            isOpen={isAsking}
            onOpenChange={setAsking}
            title={t("confirm.title", { count: preview.sceneCount })}
            confirmLabel={t("confirm.submit")}
            isPending={repointing.isChanging}
            onConfirm={() => {
              void repointing.change(input, preview.sceneCount).then(() => setAsking(false));
            }}
          >
            {input.change.at
              ? t("confirm.at", {
                  time: format.dateTime(new Date(input.change.at), {
                    dateStyle: "medium",
                    timeStyle: "short",
                    timeZone: "Asia/Shanghai",
                  }),
                })
              : t("confirm.now")}
          </ConfirmDialog>
        </div>
      ) : null}
    </FormProvider>
  );
}
