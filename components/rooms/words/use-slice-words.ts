"use client";

import { useFormatter, useTranslations } from "next-intl";
import { toDays } from "@/components/rooms/words/slice-days";
import type { RoomRow } from "@/lib/rooms/schema";

const NAMED = 3;

/** What a room shows, in words: each part by itself, and the whole in one line. */
export function useSliceWords({ slice, campaigns, miniPrograms }: RoomRow) {
  const t = useTranslations("logRooms");
  const audit = useTranslations("audit.kinds");
  const format = useFormatter();
  const { from, until } = toDays(slice);

  function named(names: readonly string[]): string {
    const few = format.list(names.slice(0, NAMED));
    const count = names.length - NAMED;
    return count > 0 ? t("slice.and", { names: few, more: count }) : few;
  }

  const which = (["campaigns", "miniPrograms"] as const).flatMap((kind) => {
    const names = kind === "campaigns" ? campaigns : miniPrograms;
    return names.length === 0
      ? []
      : t(`slice.${kind}`, { count: names.length, names: named(names) });
  });
  const shown = which.length === 0 ? t("slice.everything") : which.join(" · ");
  const kinds =
    slice.actionKinds.length === 0
      ? t("slice.allKinds")
      : format.list(slice.actionKinds.map((kind) => audit(kind)));
  const when =
    from && until
      ? t("slice.fromTo", { from, to: until })
      : from
        ? t("slice.from", { from })
        : until
          ? t("slice.to", { to: until })
          : t("slice.ever");
  return {
    shown,
    kinds,
    when,
    fields:
      slice.fields.length === 0
        ? t("slice.onlyAlways")
        : format.list(slice.fields.map((part) => t(`parts.${part}.title`))),
    redactions:
      slice.redactions.length === 0
        ? t("slice.nothing")
        : format.list(slice.redactions.map((kind) => t(`redactions.${kind}.title`))),
    line: [shown, kinds, when].join(" · "),
  };
}
