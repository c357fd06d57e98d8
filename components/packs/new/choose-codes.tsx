"use client";

import { QrCode } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { addressOfAll } from "@/components/packs/words/new-pack-address";
import { ButtonLink } from "@/components/ui/button-link";
import { ChoiceSelect } from "@/components/ui/choice-select";
import { SectionCard } from "@/components/ui/section-card";

interface Named {
  id: string;
  name: string;
}

interface ChooseCodesProps {
  batches: readonly Named[];
  campaigns: readonly Named[];
}

const NONE = "none";

/** The first step of a pack: a whole batch, a whole campaign, or codes from the list. */
export function ChooseCodes({ batches, campaigns }: ChooseCodesProps) {
  const t = useTranslations("packs.choose");
  const router = useRouter();
  const choices = [
    { of: "batch", named: batches },
    { of: "campaign", named: campaigns },
  ] as const;
  return (
    <SectionCard title={t("title")} description={t("description")}>
      <div className="flex max-w-xl flex-col gap-5">
        {choices.map(({ of, named }) =>
          named.length === 0 ? null : (
            <ChoiceSelect
              key={of}
              label={t(of)}
              value={NONE}
              onChange={(id) => {
                if (id !== NONE) router.push(addressOfAll(of, id));
              }}
              options={[
                { id: NONE, label: t("pick") },
                ...named.map(({ id, name }) => ({ id, label: name })),
              ]}
            />
          ),
        )}
        <div className="flex flex-col items-start gap-2">
          <p className="text-sm text-muted">{t("codesText")}</p>
          <ButtonLink href="/codes" variant="outline">
            <QrCode />
            {t("codes")}
          </ButtonLink>
        </div>
      </div>
    </SectionCard>
  );
}
