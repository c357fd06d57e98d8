"use client";

import { Button } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { DialogButtons } from "@/components/quota/dialog-buttons";
import { useRefreshingAction } from "@/components/ui/use-refreshing-action";
import { FactList } from "@/components/ui/fact-list";
import { FormDialog } from "@/components/ui/form-dialog";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { TextInput } from "@/components/ui/text-input";
import { BookDriftInput, REASON_MAX_LENGTH } from "@/lib/quota/schema";
import type { QuotaOverview } from "@/lib/quota/schema";
import type { ActionResult } from "@/lib/web/define-action";

export type BookDriftAction = (input: BookDriftInput) => Promise<ActionResult<void>>;

interface BookDriftProps {
  overview: QuotaOverview;
  book: BookDriftAction;
}

/** Books the drift that is shown, and no other: when it has changed meanwhile, the new one is shown instead. */
export function BookDrift(props: BookDriftProps) {
  const t = useTranslations("quota.drift");
  const [isOpen, setOpen] = useState(false);
  const { amount } = props.overview.drift;
  if (amount === 0) return null;
  return (
    <>
      <Button variant="outline" className="mt-3 self-start" onPress={() => setOpen(true)}>
        {t(amount > 0 ? "bookExternal" : "bookAdjust")}
      </Button>
      <FormDialog isOpen={isOpen} onOpenChange={setOpen} title={t("title")}>
        <BookDriftForm {...props} onClose={() => setOpen(false)} />
      </FormDialog>
    </>
  );
}

function BookDriftForm({ overview, book, onClose }: BookDriftProps & { onClose: () => void }) {
  const t = useTranslations("quota.drift");
  const tReason = useTranslations("quota.reason");
  const format = useFormatter();
  const { run, isPending, problem } = useRefreshingAction(book);
  const { miniProgramId, lifetime, drift, witness } = overview;
  const { control, handleSubmit } = useForm<BookDriftInput>({
    resolver: zodResolver(BookDriftInput, undefined, { raw: true }),
    defaultValues: { miniProgramId, expectedDrift: drift.amount, reason: "" },
  });
  const signed = format.number(drift.amount, { signDisplay: "exceptZero" });

  async function submit({ reason }: BookDriftInput) {
    // The drift that is shown now: after a refusal it is another one.
    const input = { miniProgramId, expectedDrift: drift.amount, reason };
    if (await run(input, t("booked", { amount: signed }))) onClose();
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void handleSubmit(submit)(event)}
      className="flex flex-col gap-4 pt-2"
    >
      <ProblemBanner problem={problem} />
      <p>{t(drift.amount > 0 ? "textExternal" : "textAdjust")}</p>
      <FactList
        facts={[
          { term: t("amount"), value: <span className="font-semibold">{signed}</span> },
          {
            term: t("witness"),
            value: witness.numUsed === null ? t("none") : format.number(witness.numUsed),
          },
          {
            term: t("spent"),
            value: t("fromTo", {
              from: format.number(lifetime.spent),
              to: format.number(lifetime.spent + drift.amount),
            }),
          },
          {
            term: t("left"),
            value: t("fromTo", {
              from: format.number(lifetime.left),
              to: format.number(lifetime.left - drift.amount),
            }),
          },
        ]}
      />
      <TextInput
        control={control}
        name="reason"
        label={tReason("label")}
        help={tReason("help")}
        placeholder={t("reasonExample")}
        countTo={REASON_MAX_LENGTH}
      />
      <DialogButtons onCancel={onClose} isPending={isPending} label={t("confirm")} />
    </form>
  );
}
