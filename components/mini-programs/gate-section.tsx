"use client";

import { useTranslations } from "next-intl";
import { RetentionForm } from "@/components/mini-programs/retention-form";
import type { SetScanRetention } from "@/components/mini-programs/retention-form";
import { SigningKey } from "@/components/mini-programs/signing-key";
import type { SigningKeyProps } from "@/components/mini-programs/signing-key";
import { SectionCard } from "@/components/ui/section-card";
import { TextLink } from "@/components/ui/text-link";

interface GateSectionProps extends SigningKeyProps {
  setRetention: SetScanRetention;
}

/** What the public process does for this mini program. */
export function GateSection({ setRetention, ...signing }: GateSectionProps) {
  const t = useTranslations("miniPrograms.gate");
  return (
    <SectionCard title={t("title")} description={t("text")}>
      <div className="flex flex-col gap-5">
        <RetentionForm miniProgram={signing.miniProgram} setRetention={setRetention} />
        <SigningKey {...signing} />
        <p>
          <TextLink href="/scenes/developers">{t("developers")}</TextLink>
        </p>
      </div>
    </SectionCard>
  );
}
