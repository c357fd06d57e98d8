"use client";

import { toast } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormProvider, useForm, useWatch } from "react-hook-form";
import type { FieldPath } from "react-hook-form";
import { fitPoster } from "@/components/packs/templates/fit-poster";
import { FramePart } from "@/components/packs/templates/frame-part";
import { LookForm, lookFormOf, lookOf } from "@/components/packs/templates/look-form";
import { PosterPart } from "@/components/packs/templates/poster-part";
import { PreviewPane } from "@/components/packs/templates/preview-pane";
import type { SampleCode } from "@/components/packs/templates/sample-code-field";
import { SaveLook } from "@/components/packs/templates/save-look";
import { useLookDraft } from "@/components/packs/templates/use-look-draft";
import { useTextKeys } from "@/components/packs/templates/use-text-keys";
import { SectionCard } from "@/components/ui/section-card";
import { TextInput } from "@/components/ui/text-input";
import { useAction } from "@/components/ui/use-action";
import { TEMPLATE_NAME_MAX_LENGTH } from "@/lib/packs/template-schema";
import type {
  AssetView,
  SaveTemplateInput,
  TemplateDetail,
  TemplateKind,
} from "@/lib/packs/template-schema";
import type { ActionResult } from "@/lib/web/define-action";

export type SaveLookAction = (
  input: SaveTemplateInput,
) => Promise<ActionResult<{ id: string; version: number }>>;

interface LookEditorProps {
  kind: TemplateKind;
  /** Null: a new one. */
  template: TemplateDetail | null;
  save: SaveLookAction;
}

/** Two panes: the fields of a look at the left, how it comes out at the right. */
export function LookEditor({ kind, template, save }: LookEditorProps) {
  const t = useTranslations("packTemplates");
  const router = useRouter();
  const { run, isPending, problem } = useAction(save);
  const [sample, setSample] = useState<SampleCode | null>(null);
  const [background, setBackground] = useState<AssetView | null>(
    kind === "poster" ? (template?.asset ?? null) : null,
  );
  const form = useForm<LookForm, unknown, LookForm>({
    resolver: zodResolver(LookForm, undefined, { raw: true }),
    defaultValues: lookFormOf(template?.name ?? "", template),
  });
  const { control, handleSubmit, setError, setValue, getValues } = form;
  const values = useWatch({ control, compute: (all: LookForm) => all });
  const draft = useLookDraft(form, values, template ? `${template.id}@${template.version}` : kind);
  const keys = useTextKeys(sample?.id ?? null);

  async function submit(form: LookForm, isNew: boolean) {
    const { name } = form;
    const replaces =
      template && !isNew ? { templateId: template.id, version: template.version } : null;
    const saved = await run({ name, replaces, ...lookOf(kind, form) });
    if (!saved) return;
    draft.forget();
    toast.success(t("saved", { name: name.trim() }));
    router.push("/packs/templates");
    router.refresh();
  }

  const fieldAtFault = problem?.field?.replace(/^design/, kind) as FieldPath<LookForm> | undefined;

  function takeBackground(asset: AssetView | null) {
    setBackground(asset);
    setValue("poster", fitPoster(getValues("poster"), asset), { shouldDirty: true });
  }

  return (
    <FormProvider {...form}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => void handleSubmit((form) => submit(form, false))(event)}
        className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]"
      >
        <PreviewPane
          kind={kind}
          values={values}
          background={background}
          sample={sample}
          onSample={setSample}
        />
        <div className="flex min-w-0 flex-col gap-4 lg:order-first">
          <SectionCard>
            <TextInput
              control={control}
              name="name"
              label={t("name")}
              help={t("nameHelp")}
              countTo={TEMPLATE_NAME_MAX_LENGTH}
            />
          </SectionCard>
          {kind === "frame" ? (
            <FramePart keys={keys} />
          ) : (
            <PosterPart keys={keys} background={background} onBackground={takeBackground} />
          )}
          <SaveLook
            problem={problem}
            isPending={isPending}
            fieldAtFault={fieldAtFault}
            onFault={(field, message) => setError(field, { message })}
            onSaveAsNew={() => void handleSubmit((form) => submit(form, true))()}
          />
        </div>
      </form>
    </FormProvider>
  );
}
