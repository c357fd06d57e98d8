import { Alert } from "@heroui/react";
import { useTranslations } from "next-intl";
import type { PlatformConsent } from "@/lib/mini-programs/schema";

/** A consent that was withdrawn or does not allow codes; nothing when all is well. */
export function ConsentTrouble({ platform }: { platform: PlatformConsent }) {
  const t = useTranslations("miniPrograms.health");
  if (!platform.withdrawnAt && platform.mayMint) return null;
  return (
    <Alert status={platform.withdrawnAt ? "danger" : "warning"}>
      <Alert.Indicator />
      <Alert.Content>
        <Alert.Title>{t(platform.withdrawnAt ? "withdrawn" : "mayNotMint")}</Alert.Title>
        <Alert.Description>
          {t(platform.withdrawnAt ? "withdrawnText" : "mayNotMintText")}
        </Alert.Description>
      </Alert.Content>
    </Alert>
  );
}
