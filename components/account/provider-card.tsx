import { Fingerprint } from "lucide-react";
import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/section-card";

interface ProviderCardProps {
  /** Address of who vouches for the person. */
  issuer: string;
  hasPassword: boolean;
}

/** For those who sign in by the company's identity provider: by which, and whether a password works too. */
export function ProviderCard({ issuer, hasPassword }: ProviderCardProps) {
  const t = useTranslations("account.provider");
  return (
    <SectionCard title={t("title")} description={t(hasPassword ? "both" : "only")}>
      <p className="flex items-center gap-2">
        <Fingerprint aria-hidden className="size-4 shrink-0 text-muted" />
        <code className="min-w-0 font-mono text-[13px] break-all">{issuer}</code>
      </p>
    </SectionCard>
  );
}
