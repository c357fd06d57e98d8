"use client";

import { Alert, Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { v4 } from "uuid";
import { AnswerPane } from "@/components/developers/try/answer-pane";
import { BodyField } from "@/components/developers/try/body-field";
import {
  draftOf,
  JSON_TYPE,
  keyOfParameter,
  ownParameters,
} from "@/components/developers/try/draft";
import type { Draft } from "@/components/developers/try/draft";
import { KeyField } from "@/components/developers/try/key-field";
import { isRequiredYet, ParameterFields } from "@/components/developers/try/parameter-fields";
import { spends } from "@/components/developers/try/spends";
import { useTryKey } from "@/components/developers/try/try-key";
import { useCall } from "@/components/developers/try/use-call";
import type { Operation } from "@/components/developers/reference/reference";
import { readPayloadText } from "@/components/scenes/detail/payload-text";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Copyable } from "@/components/ui/copyable";
import { SubmitButton } from "@/components/ui/submit-button";

/** One call, filled in and sent for real. The same call keeps its Idempotency-Key; another gets a new one. */
export function TryPanel({ operation }: { operation: Operation }) {
  const t = useTranslations("developers.try");
  const { apiKey } = useTryKey();
  const { send, isSending, isUnanswered, answer } = useCall(operation);
  const [draft, setDraft] = useState(() => draftOf(operation));
  const [idempotencyKey, setIdempotencyKey] = useState<string>(v4);
  const [isChecked, setChecked] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { method } = operation;

  function change(next: Draft) {
    setDraft(next);
    setIdempotencyKey(v4());
  }

  function sendNow() {
    setAsking(false);
    void send(draft, method === "post" ? idempotencyKey : null);
  }

  function ask() {
    setChecked(true);
    if (apiKey === "" || !isReady(operation, draft)) return;
    if (spends(operation)) setAsking(true);
    else sendNow();
  }

  return (
    <div className="flex flex-col gap-4">
      {method === "get" ? null : (
        <Alert status="warning">
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Description>{t(spends(operation) ? "realSpends" : "real")}</Alert.Description>
          </Alert.Content>
        </Alert>
      )}
      <KeyField isMissing={isChecked && apiKey === ""} />
      <ParameterFields
        operation={operation}
        values={draft.values}
        onChange={(values) => change({ ...draft, values })}
        isChecked={isChecked}
      />
      <BodyField operation={operation} draft={draft} onChange={change} />
      {method === "post" ? (
        <div className="flex flex-col gap-1">
          <span className="text-sm font-medium">Idempotency-Key</span>
          <div className="flex flex-wrap items-center justify-between gap-x-3">
            <Copyable text={idempotencyKey} label="Idempotency-Key" />
            <Button size="sm" variant="ghost" onPress={() => setIdempotencyKey(v4())}>
              {t("newKey")}
            </Button>
          </div>
          <p className="text-xs text-muted">{t("idempotencyHelp")}</p>
        </div>
      ) : null}
      <div>
        <SubmitButton isPending={isSending} onPress={ask}>
          {t(answer && method === "post" ? "again" : "send")}
        </SubmitButton>
      </div>
      <div role="status" className="empty:hidden">
        {isUnanswered ? (
          <p className="text-sm text-danger-soft-foreground">{t("unanswered")}</p>
        ) : null}
        {answer ? <AnswerPane answer={answer} /> : null}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t("confirm.title")}
        confirmLabel={t("confirm.send")}
        isPending={isSending}
        onConfirm={sendNow}
      >
        <p>{t("confirm.text")}</p>
      </ConfirmDialog>
    </div>
  );
}

/** Whether everything a call needs is written. */
function isReady(operation: Operation, draft: Draft): boolean {
  const isMissing = ownParameters(operation).some((one) =>
    isRequiredYet(one, draft.values[keyOfParameter(one)] ?? ""),
  );
  if (isMissing) return false;
  return draft.mediaType !== JSON_TYPE || readPayloadText(draft.text).kind === "json";
}
