import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { TimeStamp } from "@/components/ui/time-stamp";
import type { TokenHealth } from "@/lib/mini-programs/schema";

interface RefusedAddressProps {
  refusedIp: NonNullable<TokenHealth["refusedIp"]>;
  /** A platform has a whitelist of its own. */
  isPlatform: boolean;
}

/** The address WeChat saw and did not let in, ready to be put on the whitelist. */
export function RefusedAddress({ refusedIp, isPlatform }: RefusedAddressProps) {
  const t = useTranslations("miniPrograms.health");
  return (
    <Alert status="danger">
      <Alert.Indicator />
      <Alert.Content className="min-w-0">
        <Alert.Title>{t("ipTitle")}</Alert.Title>
        <p className="flex items-center gap-1">
          <code className="font-mono break-all">{refusedIp.address}</code>
          <CopyButton text={refusedIp.address} label={t("ip")} />
        </p>
        <Alert.Description>{t(isPlatform ? "ipTextPlatform" : "ipText")}</Alert.Description>
        <p className="mt-1 text-xs text-muted">
          {t("ipAt")} <TimeStamp at={refusedIp.at} />
        </p>
      </Alert.Content>
    </Alert>
  );
}
