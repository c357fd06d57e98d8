"use client";

import { Card } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import type { MintFormValues } from "@/components/codes/mint/mint-form-values";
import { MintedPanel } from "@/components/codes/mint/minted-panel";
import { PreviewPanel } from "@/components/codes/mint/preview-panel";
import { PriceLine } from "@/components/codes/mint/price-line";
import { SamePayloadNote } from "@/components/codes/mint/same-payload-note";
import { UnmintedPanel } from "@/components/codes/mint/unminted-panel";
import type { useMint } from "@/components/codes/mint/use-mint";
import { useMintForm } from "@/components/codes/mint/use-mint-form";
import { usePrice } from "@/components/codes/mint/use-price";
import type { Ground } from "@/components/codes/picture/grounds";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";

interface SidePaneProps {
  minting: ReturnType<typeof useMint>;
  onAnother: () => void;
}

/** Right of the form: what it will look like and cost; afterwards what came of it. */
export function SidePane({ minting, onAnother }: SidePaneProps) {
  const t = useTranslations("newCode");
  const { control } = useMintForm();
  const values = useWatch({ control, compute: (all: MintFormValues) => all });
  const price = usePrice(values);
  const [ground, setGround] = useState<Ground>("white");
  const { result, problem, isPending } = minting;
  const isMinted = result?.code.status === "minted";
  return (
    <Card className="gap-4 border border-border p-4 lg:sticky lg:top-16">
      {isMinted ? (
        <MintedPanel
          result={result}
          ground={ground}
          onGroundChange={setGround}
          onAnother={onAnother}
          takesFocus={minting.came !== "late"}
          isChosen={minting.came === "chosen"}
        />
      ) : (
        <>
          <PreviewPanel ground={ground} onGroundChange={setGround} />
          <ProblemBanner problem={problem} />
          {result ? (
            <UnmintedPanel
              code={result.code}
              isPending={isPending}
              hasStoppedLooking={minting.hasStoppedLooking}
              onRetry={() => void minting.retry(result.code.id)}
            />
          ) : null}
          <div className="flex flex-col gap-2">
            <PriceLine kind={values.kind} state={price} />
            {price.price?.samePayload ? (
              <SamePayloadNote
                same={price.price.samePayload}
                onChoose={(codeId) => void minting.choose(codeId)}
              />
            ) : null}
            <SubmitButton isPending={isPending} fullWidth>
              {t(isPending ? "minting" : "mint")}
            </SubmitButton>
          </div>
        </>
      )}
    </Card>
  );
}
