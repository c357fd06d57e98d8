"use client";

import { Alert } from "@heroui/react";
import { Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AuthorizationLink } from "@/components/platforms/authorization-link";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { useAction } from "@/components/ui/use-action";
import type { MiniProgramRow, StartAuthorizationInput } from "@/lib/mini-programs/schema";
import type { PlatformRow } from "@/lib/platforms/schema";
import type { ActionResult } from "@/lib/web/define-action";

interface AuthorizeSectionProps {
  platform: Pick<PlatformRow, "id" | "hasTicket">;
  /** Registered ones that could consent. */
  miniPrograms: readonly Pick<MiniProgramRow, "id" | "name" | "wechatAppId">[];
  start: (input: StartAuthorizationInput) => Promise<ActionResult<{ url: string; until: Date }>>;
}

const ANY = "any";

/** Makes the link to WeChat's page on which a mini program's administrator consents. */
export function AuthorizeSection({ platform, miniPrograms, start }: AuthorizeSectionProps) {
  const t = useTranslations("platforms.authorize");
  const { run, isPending, problem } = useAction(start);
  const [chosen, setChosen] = useState(ANY);
  const [link, setLink] = useState<{ url: string; until: Date } | null>(null);

  async function make() {
    const miniProgramId = chosen === ANY ? null : chosen;
    const done = await run({ platformId: platform.id, miniProgramId });
    setLink(done?.data ?? null);
  }

  if (!platform.hasTicket) {
    return (
      <SectionCard title={t("title")} description={t("text")}>
        <Alert>
          <Alert.Indicator />
          <Alert.Content>
            <Alert.Description>{t("needsTicket")}</Alert.Description>
          </Alert.Content>
        </Alert>
      </SectionCard>
    );
  }
  return (
    <SectionCard title={t("title")} description={t("text")}>
      <div className="flex flex-col gap-4">
        <ProblemBanner problem={problem} />
        <div className="flex flex-col gap-1.5">
          <ChoiceSelect
            label={t("which")}
            value={chosen}
            onChange={(value) => {
              setChosen(value);
              // The link was made for another one.
              setLink(null);
            }}
            options={[
              { id: ANY, label: t("any") },
              ...miniPrograms.map(({ id, name, wechatAppId }) => ({
                id,
                label: `${name} · ${wechatAppId}`,
              })),
            ]}
          />
          <p className="text-xs text-muted">{t("whichHelp")}</p>
        </div>
        {link ? <AuthorizationLink key={link.url} {...link} /> : null}
        <div>
          <SubmitButton
            variant={link ? "outline" : "primary"}
            isPending={isPending}
            onPress={() => void make()}
          >
            {isPending ? null : <Link2 />}
            {t(link ? "again" : "start")}
          </SubmitButton>
        </div>
      </div>
    </SectionCard>
  );
}
