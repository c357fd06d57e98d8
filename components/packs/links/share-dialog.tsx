"use client";

import { Button } from "@heroui/react";
import { zodResolver } from "@hookform/resolvers/zod";
import { Share2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { LinkVerbs } from "@/components/packs/links/link-verbs";
import { MadeLink } from "@/components/packs/links/made-link";
import type { MadeAddressWords } from "@/components/ui/made-address";
import { makePassword } from "@/components/packs/links/make-password";
import { ShareFields } from "@/components/packs/links/share-fields";
import { NEW_LINK, ShareForm } from "@/components/packs/links/share-form-values";
import type { ShareFormValues } from "@/components/packs/links/share-form-values";
import { DialogForm } from "@/components/ui/dialog-form";
import { FormDialog } from "@/components/ui/form-dialog";
import { useAction } from "@/components/ui/use-action";

interface ShareDialogProps {
  packId: string;
  makeLink: LinkVerbs["makeLink"];
}

/** Gives the pack to somebody without an account: a form, then the address, which is shown this once. */
export function ShareDialog({ packId, makeLink }: ShareDialogProps) {
  const t = useTranslations("packLinks");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<MadeAddressWords | null>(null);

  function setShown(isShown: boolean) {
    setOpen(isShown);
    if (isShown || made === null) return;
    setMade(null);
    router.refresh();
  }

  return (
    <>
      <Button variant="outline" onPress={() => setShown(true)}>
        <Share2 aria-hidden className="size-4" />
        {t("share")}
      </Button>
      <FormDialog
        isOpen={isOpen}
        onOpenChange={setShown}
        title={t(made ? "made.title" : "form.title")}
      >
        {made ? (
          <MadeLink made={made} onClose={() => setShown(false)} />
        ) : (
          <ShareFormFields
            packId={packId}
            makeLink={makeLink}
            onMade={setMade}
            onClose={() => setShown(false)}
          />
        )}
      </FormDialog>
    </>
  );
}

interface ShareFormFieldsProps extends ShareDialogProps {
  onMade: (made: MadeAddressWords) => void;
  onClose: () => void;
}

function ShareFormFields({ packId, makeLink, onMade, onClose }: ShareFormFieldsProps) {
  const t = useTranslations("packLinks.form");
  const common = useTranslations("common");
  const { run, isPending, problem } = useAction(makeLink);
  const { control, getValues, handleSubmit, setValue } = useForm<
    ShareFormValues,
    unknown,
    ShareFormValues
  >({
    resolver: zodResolver(ShareForm, undefined, { raw: true }),
    defaultValues: NEW_LINK,
  });

  async function make(written: ShareFormValues) {
    const input = ShareForm.parse(written);
    const answer = await run({ packId, ...input });
    if (!answer) return;
    const { url, expiresAt } = answer.data;
    onMade({ url, expiresAt, password: input.password });
  }

  return (
    <DialogForm
      onSubmit={(event) => {
        if (getValues("protection") === "made") setValue("password", makePassword());
        void handleSubmit(make)(event);
      }}
      onCancel={onClose}
      isPending={isPending}
      problem={problem}
      labels={{ cancel: common("cancel"), submit: t("submit") }}
    >
      <p className="text-sm text-muted">{t("text")}</p>
      <ShareFields control={control} />
    </DialogForm>
  );
}
