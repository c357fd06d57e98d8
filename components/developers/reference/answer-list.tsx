"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/developers/fold";
import { PlainWords } from "@/components/developers/reference/plain-words";
import { exampleOf } from "@/components/developers/schema/example-of";
import { SchemaTree } from "@/components/developers/schema/schema-tree";
import type { Answer, Schemas } from "@/components/developers/reference/reference";
import { CodeBlock } from "@/components/ui/code-block";
import { StatusChip } from "@/components/ui/status-chip";

interface AnswerListProps {
  answers: readonly Answer[];
  schemas: Schemas;
}

const FIRST_FAILURE = 400;

/** Everything a call may answer, success with its shape and an example. */
export function AnswerList({ answers, schemas }: AnswerListProps) {
  const t = useTranslations("developers");
  return (
    <ul className="flex flex-col divide-y divide-separator">
      {answers.map(({ status, about, mediaTypes, headers, schema }) => {
        const isFailure = Number(status) >= FIRST_FAILURE;
        return (
          <li key={status} className="flex gap-3 py-2">
            <span className="shrink-0">
              <StatusChip tone={isFailure ? "default" : "success"}>{status}</StatusChip>
            </span>
            <div className="flex min-w-0 flex-1 flex-col gap-1 text-sm">
              <p className={isFailure ? "text-muted" : undefined}>
                <PlainWords text={about} />
              </p>
              {isFailure || mediaTypes.length === 0 ? null : (
                <p className="font-mono text-xs text-muted">{mediaTypes.join(", ")}</p>
              )}
              {headers.map(({ name, about }) => (
                <p key={name} className="text-xs text-muted">
                  <code className="font-mono text-foreground">{name}</code>{" "}
                  <PlainWords text={about} />
                </p>
              ))}
              {schema ? (
                <>
                  <Fold isSmall title={t("fields")}>
                    <SchemaTree schema={schema} schemas={schemas} isAnswer />
                  </Fold>
                  <Fold isSmall title={t("example")}>
                    <CodeBlock
                      text={JSON.stringify(exampleOf(schema, schemas), null, 2)}
                      label={t("example")}
                    />
                  </Fold>
                </>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
