"use client";

import { Alert, Button, ProgressBar, Spinner } from "@heroui/react";
import { useTranslations } from "next-intl";
import { percentOf } from "@/components/packs/words/percent-of";
import { useCheck } from "@/components/packs/verify/use-check";
import type { FindPack } from "@/components/packs/verify/use-check";
import { VerdictCard } from "@/components/packs/verify/verdict-card";
import { VerifyDrop } from "@/components/packs/verify/verify-drop";
import { CodeBlock } from "@/components/ui/code-block";
import { SectionCard } from "@/components/ui/section-card";
import { useErrorText } from "@/components/ui/use-error-text";

const COMMAND = "npm run verify-pack -- pack.zip --hash <SHA-256>";

/** Checks a file in the browser and asks the desk whether it knows its hash; the file goes nowhere. */
export function VerifyScreen({ findPack }: { findPack: FindPack }) {
  const t = useTranslations("packs.verify");
  const errorText = useErrorText();
  const { state, start, stop, askAgain } = useCheck(findPack);
  const { phase } = state;
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <SectionCard>
        <VerifyDrop
          file={phase === "idle" ? null : state.file}
          onFile={(file) => void start(file)}
        />
        {phase === "reading" ? (
          <Reading doneBytes={state.doneBytes} byteSize={state.file.size} onStop={stop} />
        ) : null}
      </SectionCard>
      <div role="status" className="flex flex-col gap-4 empty:hidden">
        {phase === "asking" ? (
          <p className="flex items-center gap-2 text-sm text-muted">
            <Spinner size="sm" color="current" />
            {t("asking")}
          </p>
        ) : null}
        {phase === "unreadable" ? (
          <Alert status="danger">
            <Alert.Indicator />
            <Alert.Content>
              <Alert.Title>{t("unreadable.title")}</Alert.Title>
              <Alert.Description>{t("unreadable.text")}</Alert.Description>
            </Alert.Content>
          </Alert>
        ) : null}
        {phase === "unanswered" ? (
          <Alert status="danger">
            <Alert.Indicator />
            <Alert.Content>
              <Alert.Title>{t("unanswered")}</Alert.Title>
              <Alert.Description>{errorText(state.reason)}</Alert.Description>
            </Alert.Content>
            <Button size="sm" variant="outline" onPress={askAgain}>
              {t("askAgain")}
            </Button>
          </Alert>
        ) : null}
        {phase === "told" ? <VerdictCard check={state.check} found={state.found} /> : null}
      </div>
      <Offline />
    </div>
  );
}

function Reading({
  doneBytes,
  byteSize,
  onStop,
}: {
  doneBytes: number;
  byteSize: number;
  onStop: () => void;
}) {
  const t = useTranslations("packs.verify");
  const percent = percentOf(doneBytes, byteSize);
  return (
    <div className="mt-4 flex items-center gap-3">
      <ProgressBar
        aria-label={t("reading")}
        value={percent}
        valueLabel={`${percent} %`}
        size="sm"
        className="min-w-16 flex-1"
      >
        <ProgressBar.Track>
          <ProgressBar.Fill />
        </ProgressBar.Track>
      </ProgressBar>
      <span className="shrink-0 text-sm whitespace-nowrap text-muted">
        {t("readingAt", { percent })}
      </span>
      <Button size="sm" variant="ghost" onPress={onStop}>
        {t("stop")}
      </Button>
    </div>
  );
}

/** For those who have the file and not the desk. */
function Offline() {
  const t = useTranslations("packs.verify");
  return (
    <SectionCard title={t("offline.title")} description={t("offline.text")}>
      <CodeBlock text={COMMAND} label={t("offline.title")} />
    </SectionCard>
  );
}
