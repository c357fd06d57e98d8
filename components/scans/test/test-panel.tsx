"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TestHistory } from "@/components/scans/test/test-history";
import { TestRun } from "@/components/scans/test/test-run";
import { useScanTest } from "@/components/scans/test/use-scan-test";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { useAction } from "@/components/ui/use-action";
import type { ScanTestDetail, ScanTestId, ScanTestRow, TestedScene } from "@/lib/scans/schema";
import type { ActionResult } from "@/lib/web/define-action";

export interface TestActions {
  start: (input: TestedScene) => Promise<ActionResult<ScanTestDetail>>;
  cancel: (input: ScanTestId) => Promise<ActionResult<void>>;
}

interface TestPanelProps {
  sceneId: string;
  /** A code that carries the scene and has its picture, to be scanned from the screen. */
  picture: { codeId: string; label: string } | null;
  /** The last ones, the newest first. */
  tests: readonly ScanTestRow[];
  personId: string;
  /** Null: may look, but not test. */
  actions: TestActions | null;
}

/** Hold a phone to the code and see the scan arrive. */
export function TestPanel({ sceneId, picture, tests, personId, actions }: TestPanelProps) {
  const t = useTranslations("scans.test");
  const open = tests.find(({ status }) => status === "open");
  const [testId, setTestId] = useState<string | null>(
    open?.startedById === personId ? open.id : null,
  );
  const { test, isLost } = useScanTest(actions ? testId : null);
  const starting = useAction(actions?.start ?? nothing);
  const cancelling = useAction(actions?.cancel ?? nothing);

  async function start() {
    const started = await starting.run({ sceneId });
    if (started) setTestId(started.data.id);
  }

  async function cancel() {
    if (testId !== null && (await cancelling.run({ testId }))) setTestId(null);
  }

  const isOpen = testId !== null && (test === null || test.status === "open");
  return (
    <SectionCard title={t("title")} description={t("text")}>
      <div className="flex flex-col gap-4">
        <ProblemBanner problem={starting.problem ?? cancelling.problem} />
        {testId !== null && test ? (
          <TestRun test={test} picture={picture} isLost={isLost} />
        ) : (
          <p className="text-sm text-muted">
            {t("mustCall")} <TextLink href="/scenes/developers">{t("developers")}</TextLink>
          </p>
        )}
        {open && open.startedById !== personId && testId === null ? (
          <p className="text-sm">{t("otherTests", { name: open.startedBy })}</p>
        ) : null}
        {actions ? (
          <div className="flex flex-wrap gap-2">
            {isOpen ? (
              <Button variant="outline" onPress={() => void cancel()}>
                {t("cancel")}
              </Button>
            ) : (
              <SubmitButton
                variant={testId === null ? "primary" : "outline"}
                isPending={starting.isPending}
                onPress={() => void start()}
              >
                {t(test?.status === "seen" ? "again" : "start")}
              </SubmitButton>
            )}
          </div>
        ) : null}
        <TestHistory tests={tests.filter(({ status }) => status === "seen")} />
      </div>
    </SectionCard>
  );
}

/** Never called: without rights there is no button. */
function nothing(): Promise<ActionResult<never>> {
  return Promise.reject(new Error("no right to test"));
}
