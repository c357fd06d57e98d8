"use client";

import { Alert } from "@heroui/react";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import { useErrorText } from "@/components/ui/use-error-text";
import type { BatchPause } from "@/lib/batches/progress-schema";

interface PauseNoteProps {
  pause: BatchPause;
  miniProgramId: string;
}

/** Why the batch waits, and what to do so that it goes on. Nothing is lost meanwhile. */
export function PauseNote({ pause, miniProgramId }: PauseNoteProps) {
  const t = useTranslations("batches.pause");
  const errorText = useErrorText();
  const language = useLocale().startsWith("zh") ? "zh" : "en";
  const { why, by, at, failure, reason, endsByItself } = pause;
  const words = failure?.words[language];
  return (
    <Alert status={why === "person" ? "accent" : "warning"} role="status">
      <Alert.Indicator />
      <Alert.Content className="min-w-0">
        <Alert.Title>
          {t(`title.${why}`, { name: by ?? "—" })} · <TimeStamp at={at} />
        </Alert.Title>
        <Alert.Description>
          {words ? (
            <>
              {words.cause} {words.fix}{" "}
            </>
          ) : null}
          {reason ? `${errorText(reason)} ` : null}
          {t(`todo.${endsByItself ?? why}`)}
          {why === "wechat" ? (
            <>
              {" "}
              <TextLink href={`/mini-programs/${miniProgramId}`}>{t("openMiniProgram")}</TextLink>
            </>
          ) : null}
        </Alert.Description>
        {failure ? (
          <p className="mt-1 font-mono text-xs break-words text-muted">
            {failure.errcode === null ? failure.why : `errcode ${failure.errcode}`}
            {failure.message ? ` · ${failure.message}` : null}
          </p>
        ) : null}
      </Alert.Content>
    </Alert>
  );
}
