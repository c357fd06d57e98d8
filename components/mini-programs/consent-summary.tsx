import { useTranslations } from "next-intl";
import { ConsentChip } from "@/components/mini-programs/consent-chip";
import { TextLink } from "@/components/ui/text-link";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { PlatformConsent } from "@/lib/mini-programs/schema";

/** Which platform the owner let act for the mini program, and whether that still holds. */
export function ConsentSummary({ platform }: { platform: PlatformConsent }) {
  const t = useTranslations("miniPrograms.source");
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        {t("platformName", { name: platform.platformName })}
        <ConsentChip platform={platform} />
      </p>
      <p className="text-muted">
        {t("platformSince")} <TimeStamp at={platform.authorizedAt} as="exact" />
      </p>
      <p>
        <TextLink href={`/mini-programs/platforms/${platform.platformId}`}>
          {t("openPlatform")}
        </TextLink>
      </p>
    </div>
  );
}
