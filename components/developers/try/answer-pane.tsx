"use client";

import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";
import type { AnswerBody, CallAnswer } from "@/components/developers/try/read-response";
import { CodeBlock } from "@/components/ui/code-block";
import { StatusChip } from "@/components/ui/status-chip";
import { useFileSize } from "@/components/ui/use-file-size";

const FIRST_FAILURE = 400;

/** What came back: status, time, headers, and the body as it is best looked at. */
export function AnswerPane({ answer }: { answer: CallAnswer }) {
  const t = useTranslations("developers.try");
  const { status, ms, headers, body, problem } = answer;
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-border p-4">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t("answer")}</span>
        <StatusChip tone={status < FIRST_FAILURE ? "success" : "danger"}>{status}</StatusChip>
        <span className="text-sm text-muted">{t("took", { ms })}</span>
      </p>
      {problem ? (
        <Alert status="danger">
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Title>
              <a href={`#${problem.code}`} className="font-mono underline underline-offset-2">
                {problem.code}
              </a>
            </Alert.Title>
            <Alert.Description>{problem.detail}</Alert.Description>
            {problem.errors.length > 0 ? (
              <ul className="mt-1 text-sm">
                {problem.errors.map(({ pointer, detail }) => (
                  <li key={`${pointer} ${detail}`}>
                    <code className="font-mono text-[13px]">{pointer}</code> {detail}
                  </li>
                ))}
              </ul>
            ) : null}
          </Alert.Content>
        </Alert>
      ) : null}
      <BodyView body={body} />
      <dl className="grid gap-x-4 gap-y-1 text-xs sm:grid-cols-[max-content_1fr]">
        {headers.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="font-mono text-muted">{name}</dt>
            <dd className="min-w-0 font-mono break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function BodyView({ body }: { body: AnswerBody }) {
  const t = useTranslations("developers.try");
  const fileSize = useFileSize();
  if (body.kind === "nothing") return <p className="text-sm text-muted">{t("nothing")}</p>;
  if (body.kind === "json") {
    return <CodeBlock text={JSON.stringify(body.value, null, 2)} label={t("answer")} />;
  }
  if (body.kind === "text") return <CodeBlock text={body.text} label={t("answer")} />;
  return (
    <div className="flex flex-col items-start gap-2">
      {body.kind === "picture" ? (
        // oxlint-disable-next-line nextjs/no-img-element -- it lies in the browser's memory only
        <img src={body.url} alt={t("picture")} className="size-48 chequered object-contain" />
      ) : null}
      <a href={body.url} download={body.name} className="text-link underline underline-offset-2">
        {t("download", { size: fileSize(body.bytes) })}
      </a>
    </div>
  );
}
