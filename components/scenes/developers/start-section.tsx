"use client";

import { Alert } from "@heroui/react";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Copyable } from "@/components/ui/copyable";
import { FactList } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";

interface StartSectionProps {
  gateUrl: string;
  wechatAppId: string;
}

/** The file, where it asks, and what WeChat wants to know of that address. */
export function StartSection({ gateUrl, wechatAppId }: StartSectionProps) {
  const t = useTranslations("forDevelopers.start");
  return (
    <SectionCard title={t("title")} description={t("text")}>
      <div className="flex flex-col gap-4">
        <FactList
          facts={[
            {
              term: t("file"),
              value: (
                <a
                  href="/mintdesk-scene.js"
                  download
                  className="inline-flex items-center gap-1.5 text-link underline underline-offset-2"
                >
                  <Download aria-hidden className="size-4" />
                  mintdesk-scene.js
                </a>
              ),
            },
            { term: t("gate"), value: <Copyable text={gateUrl} label={t("gate")} /> },
            { term: "AppID", value: <Copyable text={wechatAppId} label="AppID" /> },
          ]}
        />
        <Alert status={gateUrl.startsWith("https://") ? "accent" : "warning"}>
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Description>
              {t(gateUrl.startsWith("https://") ? "domain" : "notPublic")}
            </Alert.Description>
          </Alert.Content>
        </Alert>
      </div>
    </SectionCard>
  );
}
