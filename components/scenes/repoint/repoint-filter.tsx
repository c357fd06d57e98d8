"use client";

import { useTranslations } from "next-intl";
import { useController, useFormContext, useWatch } from "react-hook-form";
import { ANY } from "@/components/scenes/repoint/repoint-form-values";
import type { RepointFormValues } from "@/components/scenes/repoint/repoint-form-values";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { SectionCard } from "@/components/ui/section-card";
import { TextInput } from "@/components/ui/text-input";

interface RepointFilterProps {
  campaigns: readonly { id: string; name: string }[];
  batches: readonly { id: string; name: string }[];
}

/** Which scenes: all that is filled in has to be so. */
export function RepointFilter({ campaigns, batches }: RepointFilterProps) {
  const t = useTranslations("scenes.repoint.filter");
  const { control } = useFormContext<RepointFormValues, unknown, RepointFormValues>();
  const campaign = useController({ control, name: "filter.campaignId" }).field;
  const batch = useController({ control, name: "filter.batchId" }).field;
  const pageIs = useController({ control, name: "filter.pageIs" }).field;
  const isOnePage = useWatch({ control, name: "filter.pageIs" }) === "this";
  return (
    <SectionCard title={t("title")} description={t("description")}>
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceSelect
          label={t("campaign")}
          value={campaign.value}
          onChange={campaign.onChange}
          options={[
            { id: ANY, label: t("anyCampaign") },
            { id: "none", label: t("noCampaign") },
            ...named(campaigns),
          ]}
        />
        <ChoiceSelect
          label={t("batch")}
          value={batch.value}
          onChange={batch.onChange}
          options={[{ id: ANY, label: t("anyBatch") }, ...named(batches)]}
        />
        <TextInput control={control} name="filter.tag" label={t("tag")} help={t("tagHelp")} />
        <div className="flex flex-col gap-3">
          <ChoiceSelect
            label={t("pageIs")}
            value={pageIs.value}
            onChange={pageIs.onChange}
            options={[
              { id: "any", label: t("anyPage") },
              { id: "this", label: t("thisPage") },
            ]}
          />
          {isOnePage ? (
            <TextInput
              isCode
              control={control}
              name="filter.page"
              label={t("page")}
              help={t("pageHelp")}
              placeholder="pages/old/index"
            />
          ) : null}
        </div>
        <TextInput
          isCode
          control={control}
          name="filter.payloadKey"
          label={t("payloadKey")}
          placeholder="shop"
        />
        <TextInput
          control={control}
          name="filter.payloadValue"
          label={t("payloadValue")}
          help={t("payloadValueHelp")}
        />
      </div>
    </SectionCard>
  );
}

function named(choices: readonly { id: string; name: string }[]) {
  return choices.map(({ id, name }) => ({ id, label: name }));
}
