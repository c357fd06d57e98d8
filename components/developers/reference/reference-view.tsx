"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Fold } from "@/components/developers/fold";
import { OperationCard } from "@/components/developers/reference/operation-card";
import { MessageList } from "@/components/developers/reference/message-list";
import { SideNav } from "@/components/developers/reference/side-nav";
import { TryKey } from "@/components/developers/try/try-key";
import type { Reference } from "@/components/developers/reference/reference";

interface ReferenceViewProps {
  reference: Reference;
  /** What stands before the calls. */
  introduction: ReactNode;
  /** How messages are checked. */
  verifying: ReactNode;
  /** What stands after them. */
  problems: ReactNode;
}

/** The whole reference: its contents at the side, or folded above on a phone. */
export function ReferenceView({
  reference,
  introduction,
  verifying,
  problems,
}: ReferenceViewProps) {
  const t = useTranslations("developers.nav");
  const { tags, messages, baseUrl, schemas } = reference;
  return (
    <TryKey>
      <div className="grid items-start gap-x-6 gap-y-4 max-lg:grid-cols-[minmax(0,1fr)] lg:grid-cols-[15rem_minmax(0,1fr)]">
        <div className="rounded-xl border border-border bg-surface px-4 lg:hidden">
          <Fold title={t("title")}>
            <SideNav tags={tags} />
          </Fold>
        </div>
        <div className="sticky top-16 hidden max-h-[calc(100dvh-5rem)] min-w-0 flex-col lg:flex">
          <SideNav tags={tags} />
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          {introduction}
          {tags.map(({ name, operations }) => (
            <div key={name} className="flex flex-col gap-4">
              <h2 lang="en" className="text-lg font-semibold">
                {name}
              </h2>
              {operations.map((operation) => (
                <OperationCard
                  key={operation.id}
                  operation={operation}
                  baseUrl={baseUrl}
                  schemas={schemas}
                />
              ))}
            </div>
          ))}
          <MessageList messages={messages} schemas={schemas} />
          {verifying}
          {problems}
        </div>
      </div>
    </TryKey>
  );
}
