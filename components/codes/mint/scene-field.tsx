"use client";

import { Button, Description, FieldError, Input, TextField } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { forbiddenCharacters, nameOfCharacter } from "@/components/codes/mint/mark-scene";
import { MarkedScene } from "@/components/codes/mint/marked-scene";
import { sceneAsPayload } from "@/components/codes/mint/page-query";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { FieldLabel } from "@/components/ui/field-label";
import { useErrorText } from "@/components/ui/use-error-text";
import { SCENE_MAX_LENGTH } from "@/lib/wechat/limits";

/** The at most 32 characters a B code carries, with what WeChat refuses marked in place. */
export function SceneField({ isGame }: { isGame: boolean }) {
  const t = useTranslations("newCode.scene");
  const errorText = useErrorText();
  const { control, setValue, getValues } = useMintForm();
  const { field, fieldState } = useController({ control, name: "carries.scene" });
  const scene = field.value;
  const forbidden = forbiddenCharacters(scene);
  const isTooLong = scene.length > SCENE_MAX_LENGTH;

  function storeAsPayload() {
    const payload = JSON.stringify(sceneAsPayload(scene), null, 2);
    setValue(
      "carries",
      { ...getValues("carries"), as: "payload", payload },
      { shouldDirty: true, shouldValidate: true },
    );
  }

  return (
    <div className="flex flex-col gap-2">
      <TextField
        fullWidth
        name={field.name}
        value={scene}
        onChange={field.onChange}
        onBlur={field.onBlur}
        isInvalid={fieldState.invalid || forbidden.length > 0 || isTooLong}
        validationBehavior="aria"
      >
        <FieldLabel note={t("fixed")} count={{ used: scene.length, most: SCENE_MAX_LENGTH }}>
          {t("label")}
        </FieldLabel>
        <Input
          ref={field.ref}
          autoComplete="off"
          spellCheck={false}
          placeholder="id=1024&from=poster"
          className="font-mono"
        />
        <Description>{t("help")}</Description>
        {fieldState.error?.message ? (
          <FieldError>{errorText(fieldState.error.message)}</FieldError>
        ) : null}
      </TextField>
      {forbidden.length > 0 || isTooLong ? (
        <div role="status" className="flex flex-col gap-2 rounded-lg bg-danger-soft p-3 text-sm">
          <MarkedScene scene={scene} />
          <p className="text-danger-soft-foreground">
            {forbidden.length > 0
              ? t("forbidden", {
                  characters: forbidden
                    .map((character) => {
                      const name = nameOfCharacter(character);
                      return name === "other" || name === "chinese"
                        ? `「${character}」`
                        : t(`characters.${name}`);
                    })
                    .join(t("characters.and")),
                })
              : null}{" "}
            {isTooLong ? t("tooLong", { over: scene.length - SCENE_MAX_LENGTH }) : null}
          </p>
          {isTooLong || forbidden.some(isUnsayable) ? (
            <p>{t(forbidden.some(isUnsayable) ? "whyEncoded" : "whyShort")}</p>
          ) : null}
          <div>
            <Button size="sm" variant="secondary" onPress={storeAsPayload}>
              {t("storeAsPayload")}
            </Button>
          </div>
        </div>
      ) : null}
      {scene !== "" && forbidden.length === 0 && !isTooLong ? (
        <p className="text-xs text-muted">
          {t("received")}{" "}
          <code className="font-mono break-all text-foreground">
            {isGame ? "query" : "options"}.scene = &quot;{encodeURIComponent(scene)}&quot;
          </code>
          {encodeURIComponent(scene) === scene ? null : (
            <span className="block">{t("receivedWhy")}</span>
          )}
        </p>
      ) : null}
    </div>
  );
}

/** What people would percent-encode, and the percent sign they would do it with. */
function isUnsayable(character: string): boolean {
  const name = nameOfCharacter(character);
  return name === "percent" || name === "chinese" || (character.codePointAt(0) ?? 0) > 0x7f;
}
