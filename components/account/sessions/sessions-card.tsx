"use client";

import { useTranslations } from "next-intl";
import { SessionItem } from "@/components/account/sessions/session-item";
import type { SessionWords } from "@/lib/web/session-words";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import type { SessionId } from "@/lib/people/profile-schema";
import type { ActionResult } from "@/lib/web/define-action";

interface SessionsCardProps {
  sessions: readonly SessionWords[];
  end: (input: SessionId) => Promise<ActionResult<void>>;
  endOthers: (input: unknown) => Promise<ActionResult<unknown>>;
}

/** Where the person is signed in, and the way to end what they do not know. */
export function SessionsCard({ sessions, end, endOthers }: SessionsCardProps) {
  const t = useTranslations("account.sessions");
  const ending = useRefreshingAction(end);
  const endingOthers = useRefreshingAction(endOthers);
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <SectionCard
      isFlush
      title={t("title")}
      description={t("text")}
      actions={
        others.length > 0 ? (
          <SubmitButton
            variant="outline"
            isPending={endingOthers.isPending}
            onPress={() => void endingOthers.run(undefined, t("othersEnded"))}
          >
            {t("endOthers", { count: others.length })}
          </SubmitButton>
        ) : null
      }
    >
      {(ending.problem ?? endingOthers.problem) ? (
        <div className="px-5 pb-3">
          <ProblemBanner problem={ending.problem ?? endingOthers.problem} />
        </div>
      ) : null}
      <ul aria-label={t("title")} className="divide-y divide-separator border-t border-separator">
        {sessions.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            onEnd={() => void ending.run({ sessionId: session.id }, t("ended"))}
          />
        ))}
      </ul>
    </SectionCard>
  );
}
