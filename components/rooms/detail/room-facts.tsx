"use client";

import { useTranslations } from "next-intl";
import { useSliceWords } from "@/components/rooms/words/use-slice-words";
import { FactList } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { RoomRow } from "@/lib/rooms/schema";

/** What the room shows, to whom, and until when. */
export function RoomFacts({ room }: { room: RoomRow }) {
  const t = useTranslations("logRooms");
  const { shown, kinds, when, fields, redactions } = useSliceWords(room);
  const { state, expiresAt, revokedAt, revokedBy, openCount, lastOpenedAt } = room;
  return (
    <SectionCard
      title={t("detail.facts")}
      description={state === "open" ? t("detail.address") : null}
    >
      <FactList
        facts={[
          { term: t("detail.shown"), value: shown },
          { term: t("detail.kinds"), value: kinds },
          { term: t("detail.when"), value: when },
          { term: t("detail.fields"), value: fields },
          { term: t("detail.redactions"), value: redactions },
          {
            term: t(state === "expired" ? "ended" : "detail.ends"),
            value: revokedAt ? (
              <>
                {t("revokedBy", { name: revokedBy ?? "" })} ·{" "}
                <TimeStamp at={revokedAt} as="exact" />
              </>
            ) : (
              <TimeStamp at={expiresAt} as="exact" />
            ),
          },
          {
            term: t("detail.password"),
            value: t(room.hasPassword ? "detail.yes" : "detail.no"),
          },
          {
            term: t("detail.export"),
            value: t(room.mayExport ? "detail.allowed" : "detail.notAllowed"),
          },
          {
            term: t("detail.opened"),
            value: (
              <>
                {openCount === 0 ? t("notOpened") : t("openedCount", { count: openCount })}
                {lastOpenedAt ? (
                  <>
                    {" · "}
                    {t("lastOpened")} <TimeStamp at={lastOpenedAt} />
                  </>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </SectionCard>
  );
}
