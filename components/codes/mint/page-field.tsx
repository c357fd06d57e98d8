"use client";

import { Alert, Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { queryAsPayload, queryAsScene, splitPage } from "@/components/codes/mint/page-query";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { TextInput } from "@/components/ui/text-input";

/** The page a B code opens; what does not belong into it can be moved with one click. */
export function PageField({ isGame }: { isGame: boolean }) {
  const t = useTranslations("newCode.page");
  const { control, setValue, getValues } = useMintForm();
  const written = useWatch({ control, name: "page" });
  const scene = useWatch({ control, name: "carries.scene" });
  const { page, query } = splitPage(written);
  const hasSlash = written.trim().startsWith("/");
  const hasQuery = written.includes("?");
  const movedScene = queryAsScene(scene, query);

  const change = { shouldDirty: true, shouldValidate: true } as const;
  const setPage = () => setValue("page", page, change);

  function moveToScene(newScene: string) {
    setPage();
    setValue("carries", { ...getValues("carries"), as: "scene", scene: newScene }, change);
  }

  function moveToPayload() {
    const payload = JSON.stringify(queryAsPayload(query), null, 2);
    setPage();
    setValue("carries", { ...getValues("carries"), as: "payload", payload }, change);
  }

  return (
    <div className="flex flex-col gap-2">
      <TextInput
        control={control}
        name="page"
        label={t(isGame ? "labelGame" : "label")}
        note={t("fixed")}
        help={t(isGame ? "helpGame" : "help")}
        placeholder={isGame ? undefined : "pages/shop/index"}
        isCode
      />
      {hasSlash || hasQuery ? (
        <Alert status="warning" role="status">
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Title>{t(hasQuery ? "hasQuery" : "hasSlash")}</Alert.Title>
            <Alert.Description>{t(hasQuery ? "hasQueryWhy" : "hasSlashWhy")}</Alert.Description>
            <div className="mt-2 flex flex-wrap gap-2">
              {hasQuery && query !== "" && movedScene !== null ? (
                <Button size="sm" variant="secondary" onPress={() => moveToScene(movedScene)}>
                  {t("moveToScene", { scene: movedScene })}
                </Button>
              ) : null}
              {hasQuery && query !== "" && movedScene === null ? (
                <>
                  <p className="w-full text-xs text-muted">{t("sceneImpossible")}</p>
                  <Button size="sm" variant="secondary" onPress={moveToPayload}>
                    {t("moveToPayload")}
                  </Button>
                </>
              ) : null}
              {hasQuery && query !== "" ? null : (
                <Button size="sm" variant="secondary" onPress={setPage}>
                  {t(hasQuery ? "removeQuery" : "removeSlash")}
                </Button>
              )}
            </div>
          </Alert.Content>
        </Alert>
      ) : null}
    </div>
  );
}
