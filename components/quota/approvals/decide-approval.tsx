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
import { APPROVAL_COMMENT_MAX_LENGTH, DecideApprovalInput } from "@/lib/codes/approval-schema";
import type { ApprovalRow } from "@/lib/codes/approval-schema";
import type { ActionResult } from "@/lib/web/define-action";

export type DecideApprovalAction = (input: DecideApprovalInput) => Promise<ActionResult<void>>;

interface DecideApprovalProps {
  row: ApprovalRow;
  verdict: DecideApprovalInput["verdict"];
  decide: DecideApprovalAction;
}

/** One of the two answers, with a word for the one who asked. */
export function DecideApproval(props: DecideApprovalProps) {
  const t = useTranslations("quota.approvals");
  const [isOpen, setOpen] = useState(false);
  const isApproval = props.verdict === "approved";
  return (
    <>
      <Button
        size="sm"
        variant={isApproval ? "primary" : "outline"}
        aria-label={t(isApproval ? "approveLabel" : "declineLabel", { label: props.row.label })}
        onPress={() => setOpen(true)}
      >
        {t(isApproval ? "approve" : "decline")}
      </Button>
      <FormDialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={t(isApproval ? "approveTitle" : "declineTitle", { label: props.row.label })}
      >
        <DecideApprovalForm {...props} onClose={() => setOpen(false)} />
      </FormDialog>
    </>
  );
}

function DecideApprovalForm({
  row,
  verdict,
  decide,
  onClose,
}: DecideApprovalProps & { onClose: () => void }) {
  const t = useTranslations("quota.approvals");
  const tCommon = useTranslations("common");
  const format = useFormatter();
  const isApproval = verdict === "approved";
  const { run, isPending, problem } = useRefreshingAction(decide);
  const { control, handleSubmit } = useForm<DecideApprovalInput>({
    resolver: zodResolver(DecideApprovalInput, undefined, { raw: true }),
    defaultValues: { approvalId: row.id, verdict, comment: "" },
  });

  async function submit(input: DecideApprovalInput) {
    if (await run(input, t(isApproval ? "approvedNow" : "declinedNow"))) onClose();
  }

  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => void handleSubmit(submit)(event)}
      className="flex flex-col gap-4 pt-2"
    >
      <ProblemBanner problem={problem} />
      <p>{t(isApproval ? "approveText" : "declineText")}</p>
      <FactList
        facts={[
          { term: t("who"), value: row.requestedBy },
          { term: t("howMany"), value: format.number(row.limitedCount) },
          { term: t("why"), value: row.reason },
        ]}
      />
      <TextInput
        control={control}
        name="comment"
        label={t("comment")}
        note={tCommon("optional")}
        help={t("commentHelp")}
        countTo={APPROVAL_COMMENT_MAX_LENGTH}
      />
      <DialogButtons
        onCancel={onClose}
        isPending={isPending}
        label={t(isApproval ? "approve" : "decline")}
      />
    </form>
  );
}
