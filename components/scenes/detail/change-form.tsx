"use client";

import { Button } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useController, useForm } from "react-hook-form";
import { DraftNote } from "@/components/codes/mint/draft-note";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { changeFormFor, changeFormOf } from "@/components/scenes/detail/change-form-values";
import type { ChangeFormValues } from "@/components/scenes/detail/change-form-values";
import { DifferenceTable } from "@/components/scenes/detail/difference-table";
import { MomentField } from "@/components/scenes/detail/moment-field";
import { PayloadEditor } from "@/components/scenes/detail/payload-editor";
import type { SceneDraft } from "@/components/scenes/detail/scene-draft";
import type { SceneVerbs } from "@/components/scenes/detail/scene-verbs";
import { useSceneDraft } from "@/components/scenes/detail/use-scene-draft";
import { ErrorSummary } from "@/components/ui/error-summary";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import { WHY_MAX_LENGTH } from "@/lib/scenes/schema";
import type { SceneDetail } from "@/lib/scenes/schema";

interface ChangeFormProps {
  scene: SceneDetail;
  draftKey: string;
  /** What was typed before a reload; then the focus stays where it is. */
  draft: SceneDraft | null;
  changeScene: SceneVerbs["changeScene"];
  /** The draft is thrown away, the form stays. */
  onForget: () => void;
  onClose: () => void;
}

/** Where the scene shall lead, from when and why; what is typed survives a reload. */
export function ChangeForm(props: ChangeFormProps) {
  const { scene, draftKey, draft, changeScene, onForget, onClose } = props;
  const t = useTranslations("scenes.detail.change");
  const { run, isPending, problem } = useRefreshingAction(changeScene);
  const fields = scene.campaign?.fields ?? [];
  const schema = changeFormFor(fields);
  const form = useForm<ChangeFormValues, unknown, ChangeFormValues>({
    resolver: zodResolver(schema, undefined, { raw: true }),
    defaultValues: changeFormOf(scene.inForce),
  });
  const { control, handleSubmit, reset, setFocus } = form;
  const { latestVersion } = scene;
  const { values, forget } = useSceneDraft(form, { draftKey, draft, latestVersion });
  const payload = useController({ control, name: "payload" });
  const when = useController({ control, name: "when" });
  const at = useController({ control, name: "at" });
  const meant = schema.safeParse({ ...values, when: "now" }).data;
  const aheadCount = scene.versions.filter(({ state }) => state === "ahead").length;

  function startOver() {
    forget();
    reset();
    onForget();
  }

  function close() {
    forget();
    onClose();
  }

  async function save(written: ChangeFormValues) {
    const input = { ...schema.parse(written), sceneId: scene.id, latestVersion };
    if (await run(input, t(written.when === "now" ? "saved" : "planned"))) close();
  }

  return (
    <form
      method="post"
      noValidate
      aria-label={t("title")}
      className="flex flex-col gap-4"
      onSubmit={(event) => void handleSubmit(save)(event)}
    >
      <ProblemBanner problem={problem} />
      <ErrorSummary
        control={control}
        setFocus={setFocus}
        labels={{ page: t("page"), payload: t("payload"), at: t("at"), why: t("why") }}
      />
      {draft ? <DraftNote restoredAt={new Date(draft.savedAt)} onClear={startOver} /> : null}
      {draft && draft.latestVersion < latestVersion ? (
        <p role="status" className="text-sm text-warning-soft-foreground">
          {t("changedSince", { version: latestVersion })}
        </p>
      ) : null}
      <TextInput
        isCode
        control={control}
        name="page"
        label={t("page")}
        help={t("pageHelp")}
        placeholder="pages/table/index"
      />
      <PayloadEditor
        text={payload.field.value}
        onChange={payload.field.onChange}
        onBlur={payload.field.onBlur}
        inputRef={payload.field.ref}
        fields={fields}
        error={payload.fieldState.error?.message}
      />
      <MomentField
        label={t("when")}
        when={when.field.value}
        onWhen={when.field.onChange}
        at={at.field.value}
        onAt={at.field.onChange}
        inputRef={at.field.ref}
        error={at.fieldState.error?.message}
      />
      {aheadCount > 0 ? (
        <p className="text-sm text-muted">{t("stillAhead", { count: aheadCount })}</p>
      ) : null}
      <TextInput
        control={control}
        name="why"
        label={t("why")}
        note={t("optional")}
        placeholder={t("whyExample")}
        countTo={WHY_MAX_LENGTH}
      />
      {meant ? (
        <section aria-label={t("difference")} className="flex flex-col gap-1.5">
          <h3 className="text-sm font-medium">{t("difference")}</h3>
          <DifferenceTable before={scene.inForce} after={meant} />
        </section>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button variant="outline" onPress={close}>
          {t("cancel")}
        </Button>
        <SubmitButton isPending={isPending}>
          {t(when.field.value === "now" ? "saveNow" : "saveAt")}
        </SubmitButton>
      </div>
    </form>
  );
}
