"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useController, useForm } from "react-hook-form";
import type { Control } from "react-hook-form";
import { ScopeField } from "@/components/account/keys/scope-field";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { DialogForm } from "@/components/ui/dialog-form";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { API_KEY_NAME_MAX_LENGTH, MakeApiKeyInput } from "@/lib/people/api-key-schema";
import type { ApiKeyRow, MadeApiKey } from "@/lib/people/api-key-schema";
import type { ActionResult } from "@/lib/web/define-action";

const LIVES = [30, 90, 365] as const;
const NO_END = "none";

export interface KeyFormProps {
  /** Those the person may give. */
  scopes: ApiKeyRow["scopes"];
  make: (input: MakeApiKeyInput) => Promise<ActionResult<MadeApiKey>>;
  onMade: (made: MadeApiKey, scopes: ApiKeyRow["scopes"]) => void;
  onClose: () => void;
}

/** What a key is for, what it may do, and for how long. */
export function KeyForm({ scopes, make, onMade, onClose }: KeyFormProps) {
  const t = useTranslations("account.keys.form");
  const common = useTranslations("common");
  const { run, isPending, problem } = useAction(make);
  const { control, handleSubmit } = useForm<MakeApiKeyInput>({
    resolver: zodResolver(MakeApiKeyInput, undefined, { raw: true }),
    defaultValues: { name: "", scopes: [], days: 90 },
  });

  async function submit(input: MakeApiKeyInput) {
    const answer = await run(input);
    if (answer) onMade(answer.data, input.scopes);
  }

  return (
    <DialogForm
      onSubmit={(event) => void handleSubmit(submit)(event)}
      onCancel={onClose}
      isPending={isPending}
      problem={problem}
      labels={{ cancel: common("cancel"), submit: t("submit") }}
    >
      <p className="text-sm text-muted">{t("text")}</p>
      <TextInput
        control={control}
        name="name"
        label={t("name")}
        placeholder={t("nameExample")}
        help={t("nameHelp")}
        countTo={API_KEY_NAME_MAX_LENGTH}
      />
      <ScopeField control={control} scopes={scopes} />
      <LifeField control={control} />
    </DialogForm>
  );
}

interface LifeFieldProps {
  control: Control<MakeApiKeyInput, unknown, MakeApiKeyInput>;
}

function LifeField({ control }: LifeFieldProps) {
  const t = useTranslations("account.keys.form");
  const { field } = useController({ control, name: "days" });
  return (
    <ChoiceSelect
      label={t("life")}
      value={field.value === null ? NO_END : String(field.value)}
      onChange={(key) => field.onChange(key === NO_END ? null : Number(key))}
      options={[
        ...LIVES.map((count) => ({ id: String(count), label: t("days", { count }) })),
        { id: NO_END, label: t("noEnd") },
      ]}
    />
  );
}
