"use client";

import { useTranslations } from "next-intl";
import { Fold } from "@/components/developers/fold";
import { PlainWords } from "@/components/developers/reference/plain-words";
import type { Message, Schemas } from "@/components/developers/reference/reference";
import { SchemaTree } from "@/components/developers/schema/schema-tree";
import { CodeBlock } from "@/components/ui/code-block";
import { SectionCard } from "@/components/ui/section-card";

interface MessageListProps {
  messages: readonly Message[];
  schemas: Schemas;
}

/** What webhooks are told, event by event. */
export function MessageList({ messages, schemas }: MessageListProps) {
  const t = useTranslations("developers");
  return (
    <section id="messages">
      <SectionCard title={t("messages.title")} description={t("messages.text")}>
        <ul className="divide-y divide-separator border-t border-separator">
          {messages.map(({ id, type, about, schema, example }) => (
            <li key={id} id={id} className="py-2.5 target:bg-accent-soft">
              <p className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
                <a href={`#${id}`} className="font-mono text-[13px] font-medium hover:underline">
                  {type}
                </a>
                <span lang="en" className="text-sm text-muted">
                  <PlainWords text={about} />
                </span>
              </p>
              <Fold isSmall title={t("fields")}>
                <SchemaTree schema={schema} schemas={schemas} isAnswer />
              </Fold>
              <Fold isSmall title={t("example")}>
                <CodeBlock text={JSON.stringify(example, null, 2)} label={`${type}: JSON`} />
              </Fold>
            </li>
          ))}
        </ul>
      </SectionCard>
    </section>
  );
}
