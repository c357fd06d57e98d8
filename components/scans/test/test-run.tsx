"use client";

import { Alert, Spinner } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useSceneValueWords } from "@/components/scans/use-scene-value-words";
import { CopyButton } from "@/components/ui/copy-button";
import { FactList } from "@/components/ui/fact-list";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { ScanTestDetail } from "@/lib/scans/schema";

const HINT_AFTER_MS = 30_000;

interface TestRunProps {
  test: ScanTestDetail;
  picture: { codeId: string; label: string } | null;
  /** The desk did not answer the last look. */
  isLost: boolean;
}

/** A test under way: what to do now, and what came of it. */
export function TestRun({ test, picture, isLost }: TestRunProps) {
  const t = useTranslations("scans.test");
  return (
    <div className="flex flex-col gap-4" aria-live="polite">
      {test.status === "open" ? <Waiting test={test} picture={picture} /> : null}
      {test.status === "seen" ? <Seen test={test} /> : null}
      {test.status === "over" ? (
        <Alert status="warning">
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Title>{t("over")}</Alert.Title>
            <Alert.Description>{t("overText")}</Alert.Description>
          </Alert.Content>
        </Alert>
      ) : null}
      {isLost ? <p className="text-sm text-danger-soft-foreground">{t("lost")}</p> : null}
    </div>
  );
}

function Waiting({ test, picture }: Pick<TestRunProps, "test" | "picture">) {
  const t = useTranslations("scans.test");
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), HINT_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <div className="flex flex-wrap items-center gap-4">
        {picture ? (
          <img
            src={`/api/codes/${picture.codeId}/picture`}
            alt={t("alt", { label: picture.label })}
            className="size-44 shrink-0 rounded-xl border border-border bg-white object-contain p-2"
          />
        ) : null}
        <div className="flex min-w-0 flex-1 basis-56 flex-col gap-2">
          <p className="flex items-center gap-2 font-medium">
            <Spinner size="sm" />
            {t("waiting")}
          </p>
          <p className="text-sm text-muted">{t(picture ? "scanThis" : "scanPrinted")}</p>
        </div>
      </div>
      {isLong ? (
        <Alert status="warning">
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Title>{t("nothingYet")}</Alert.Title>
            <Alert.Description>
              {t("nothingYetText")} <TextLink href="/scenes/developers">{t("developers")}</TextLink>
            </Alert.Description>
          </Alert.Content>
        </Alert>
      ) : null}
      <details className="text-sm">
        <summary className="w-fit cursor-pointer py-1 text-muted hover:text-foreground">
          {t("withoutPhone")}
        </summary>
        <p className="mt-1 text-muted">{t("withoutPhoneText")}</p>
        <div className="mt-1 flex items-center gap-1">
          <code className="min-w-0 flex-1 font-mono text-xs break-all">
            {`curl '${test.callAddress}'`}
          </code>
          <CopyButton text={`curl '${test.callAddress}'`} label={t("command")} />
        </div>
      </details>
    </>
  );
}

function Seen({ test }: { test: ScanTestDetail }) {
  const t = useTranslations("scans.test");
  const words = useSceneValueWords();
  return (
    <>
      <Alert status="success">
        <Alert.Indicator />
        <Alert.Content>
          <Alert.Title>{t("seen")}</Alert.Title>
          <Alert.Description>{t("seenText")}</Alert.Description>
        </Alert.Content>
      </Alert>
      <FactList
        facts={[
          {
            term: t("seenAt"),
            value: test.seenAt ? <TimeStamp at={test.seenAt} as="exact" /> : "—",
          },
          { term: t("sceneValue"), value: words(test.sceneValue) },
          { term: t("device"), value: test.device ?? t("unknown") },
          {
            term: t("version"),
            value:
              test.version === null ? t("retired") : t("versionValue", { version: test.version }),
          },
        ]}
      />
    </>
  );
}
