"use client";

import { Button } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { useFormState } from "react-hook-form";
import type { FieldPath } from "react-hook-form";
import { useLookForm } from "@/components/packs/templates/look-form";
import type { LookForm } from "@/components/packs/templates/look-form";
import { ButtonLink } from "@/components/ui/button-link";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PublicError } from "@/lib/web/public-error";

interface SaveLookProps {
  problem: PublicError | null;
  isPending: boolean;
  fieldAtFault: FieldPath<LookForm> | undefined;
  onFault: (field: FieldPath<LookForm>, reason: string) => void;
  onSaveAsNew: () => void;
}

/** Somebody else has saved it meanwhile, or put it away. */
const OVERTAKEN = ["lookStale", "packTemplateGone"];

/** Saves; says what was refused, and what can be done when somebody else was faster. */
export function SaveLook({
  problem,
  isPending,
  fieldAtFault,
  onFault,
  onSaveAsNew,
}: SaveLookProps) {
  const t = useTranslations("packTemplates");
  const tCommon = useTranslations("common");
  const { control } = useLookForm();
  const { submitCount, isValid } = useFormState({ control });
  // Stays until it is done: a new look may first need another name.
  const [wasOvertaken, setOvertaken] = useState(false);
  if (problem && !wasOvertaken && OVERTAKEN.includes(problem.reason)) setOvertaken(true);
  const markFault = useEffectEvent((reason: string) => {
    if (fieldAtFault) onFault(fieldAtFault, reason);
  });
  useEffect(() => {
    if (problem) markFault(problem.reason);
  }, [problem]);
  return (
    <div className="flex flex-col gap-3">
      <ProblemBanner problem={problem} />
      {submitCount > 0 && !isValid && !problem ? (
        <p role="alert" className="text-sm text-danger-soft-foreground">
          {t("mend")}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <SubmitButton isPending={isPending}>{t("save")}</SubmitButton>
        {wasOvertaken ? (
          <Button variant="outline" isDisabled={isPending} onPress={onSaveAsNew}>
            {t("saveAsNew")}
          </Button>
        ) : null}
        <ButtonLink href="/packs/templates" variant="ghost">
          {tCommon("cancel")}
        </ButtonLink>
      </div>
    </div>
  );
}
