"use client";

import { Card } from "@heroui/react";
import { useTranslations } from "next-intl";
import { Fold } from "@/components/developers/fold";
import { AnswerList } from "@/components/developers/reference/answer-list";
import { curlOf } from "@/components/developers/reference/curl-of";
import { MethodBadge } from "@/components/developers/reference/method-badge";
import { ParameterTable } from "@/components/developers/reference/parameter-table";
import { PlainWords } from "@/components/developers/reference/plain-words";
import type { Body, Operation, Schemas } from "@/components/developers/reference/reference";
import { SchemaTree } from "@/components/developers/schema/schema-tree";
import { TryPanel } from "@/components/developers/try/try-panel";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";

interface OperationCardProps {
  operation: Operation;
  baseUrl: string;
  schemas: Schemas;
}

/** One call: what it is for, takes and answers, and a way to make it. */
export function OperationCard({ operation, baseUrl, schemas }: OperationCardProps) {
  const t = useTranslations("developers");
  const { id, method, path, summary, about, scopes, parameters, bodies, answers } = operation;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <Card className="gap-4 border border-border p-5 pb-2.5">
        <div className="flex flex-col gap-1.5">
          <h3 id={`${id}-title`} lang="en" className="text-base font-semibold">
            <a href={`#${id}`} className="hover:underline">
              {summary}
            </a>
          </h3>
          <div className="flex min-w-0 items-center gap-2">
            <MethodBadge method={method} />
            <code className="min-w-0 font-mono text-[13px] break-all">{path}</code>
            <CopyButton text={baseUrl + path} label={`${method.toUpperCase()} ${path}`} />
          </div>
          {about ? (
            <p className="text-sm text-muted">
              <PlainWords text={about} />
            </p>
          ) : null}
          <p className="flex flex-wrap items-baseline gap-1 text-xs text-muted">
            <span>{t("scopes", { count: scopes.length })}</span>
            {scopes.map((scope) => (
              <code key={scope} className="rounded bg-surface-secondary px-1.5 py-0.5 font-mono">
                {scope}
              </code>
            ))}
          </p>
        </div>
        <ParameterTable parameters={parameters} schemas={schemas} />
        <div className="divide-y divide-separator border-t border-separator">
          {bodies.map((body) => (
            <Fold key={body.mediaType} title={<BodyTitle body={body} />}>
              <BodyWords body={body} schemas={schemas} />
            </Fold>
          ))}
          <Fold title={t("answers")}>
            <AnswerList answers={answers} schemas={schemas} />
          </Fold>
          <Fold title="curl">
            <CodeBlock text={curlOf(operation, baseUrl)} label={`curl: ${summary}`} />
          </Fold>
          <Fold title={t("try.title")}>
            <TryPanel operation={operation} />
          </Fold>
        </div>
      </Card>
    </section>
  );
}

function BodyTitle({ body }: { body: Body }) {
  const t = useTranslations("developers");
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
      {t("body")}
      <code className="font-mono text-xs font-normal break-all text-muted">{body.mediaType}</code>
    </span>
  );
}

function BodyWords({ body, schemas }: { body: Body; schemas: Schemas }) {
  const t = useTranslations("developers");
  return (
    <div className="flex flex-col gap-3">
      <SchemaTree schema={body.schema} schemas={schemas} />
      {body.example === undefined ? null : (
        <div className="flex flex-col gap-1">
          <p className="text-xs text-muted">{t("example")}</p>
          <CodeBlock text={JSON.stringify(body.example, null, 2)} label={t("example")} />
        </div>
      )}
    </div>
  );
}
