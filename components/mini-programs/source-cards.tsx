"use client";

import { Chip } from "@heroui/react";
import { useTranslations } from "next-intl";
import type { Control } from "react-hook-form";
import { OptionCards } from "@/components/mini-programs/option-cards";
import type { SourceValues } from "@/components/mini-programs/source-values";
import { TextLink } from "@/components/ui/text-link";
import { TokenSource } from "@/lib/mini-programs/schema";
import type { PlatformConsent } from "@/lib/mini-programs/schema";

interface SourceCardsProps {
  control: Control<SourceValues, unknown, SourceValues>;
  /** The source in use. */
  present: TokenSource;
  platform: PlatformConsent | null;
}

/** The four sources; a platform can be chosen only while there is a consent. */
export function SourceCards({ control, present, platform }: SourceCardsProps) {
  const t = useTranslations("miniPrograms.source");
  const hasConsent = platform !== null && platform.withdrawnAt === null;
  return (
    <div className="flex flex-col gap-2">
      <OptionCards
        control={control}
        name="tokenSource"
        label={t("choose")}
        isLabelHidden
        columns={2}
        options={TokenSource.options.map((value) => ({
          value,
          title: t(`names.${value}`),
          text: t(value === "platform" && !hasConsent ? "texts.platformMissing" : `texts.${value}`),
          marks: (
            <>
              {value === present ? <Mark text={t("present")} /> : null}
              {value === "stable" ? <Mark text={t("recommended")} /> : null}
            </>
          ),
          // The source in use can always be looked at.
          isDisabled: value === "platform" && !hasConsent && present !== "platform",
        }))}
      />
      {hasConsent ? null : (
        <p className="text-xs">
          <TextLink href="/mini-programs/platforms">{t("connect")}</TextLink>
        </p>
      )}
    </div>
  );
}

function Mark({ text }: { text: string }) {
  return (
    <Chip size="sm" variant="soft" className="px-1.5">
      {text}
    </Chip>
  );
}
