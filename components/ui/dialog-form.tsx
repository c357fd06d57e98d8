"use client";

import { Button } from "@heroui/react";
import type { FormEvent, ReactNode } from "react";
import { ProblemBanner } from "@/components/ui/problem-banner";
import { SubmitButton } from "@/components/ui/submit-button";
import type { PublicError } from "@/lib/web/public-error";

interface DialogFormProps {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onCancel: () => void;
  isPending: boolean;
  problem: PublicError | null;
  labels: { cancel: string; submit: string };
  children: ReactNode;
}

/** What is filled in in a dialog: what was refused above the fields, the two buttons below them. */
export function DialogForm(props: DialogFormProps) {
  const { onSubmit, onCancel, isPending, problem, labels, children } = props;
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        // React hands events of a dialog on to the form it was opened from.
        event.stopPropagation();
        onSubmit(event);
      }}
    >
      <ProblemBanner problem={problem} />
      {children}
      <div className="sticky -bottom-1 z-10 flex justify-end gap-2 bg-overlay pt-2 pb-1">
        <Button variant="outline" onPress={onCancel}>
          {labels.cancel}
        </Button>
        <SubmitButton isPending={isPending}>{labels.submit}</SubmitButton>
      </div>
    </form>
  );
}
