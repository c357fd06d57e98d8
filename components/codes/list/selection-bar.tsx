"use client";

import { Button, Kbd, Toolbar, toast } from "@heroui/react";
import { buttonVariants } from "@heroui/styles";
import { ClipboardList, Download, Megaphone, Package, Tags, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { ReactNode } from "react";
import { codesAsTable } from "@/components/codes/list/codes-as-table";
import { EditTagsDialog } from "@/components/codes/list/edit-tags-dialog";
import { SetCampaignDialog } from "@/components/codes/list/set-campaign-dialog";
import { useEditTicked } from "@/components/codes/list/use-edit-ticked";
import type { EditCodes } from "@/components/codes/list/use-edit-ticked";
import { useSelectionKeys } from "@/components/codes/list/use-selection-keys";
import type { NamedCampaign } from "@/components/codes/mint/new-campaign-dialog";
import { addressOfTicked } from "@/components/packs/words/new-pack-address";
import type { CodeRow } from "@/lib/codes/list-codes";

export interface SelectionBarProps {
  /** The ticked codes, in the order of the list. */
  codes: readonly CodeRow[];
  campaigns: readonly NamedCampaign[];
  mayMint: boolean;
  mayPack: boolean;
  editCodes: EditCodes;
  onClear: () => void;
  /** A box that ticks the whole page, where the list has none of its own. */
  children: ReactNode;
}

/** Stands in the pager's place while codes are ticked: how many, and what can be done with them. */
export function SelectionBar({
  codes,
  campaigns,
  mayMint,
  mayPack,
  editCodes,
  onClear,
  children,
}: SelectionBarProps) {
  const t = useTranslations("codes.selection");
  const [open, setOpen] = useState<"campaign" | "tags" | null>(null);
  const edit = useEditTicked(
    editCodes,
    codes.map(({ id }) => id),
  );
  const copy = useCopyAsTable(codes);
  const download = useRef<HTMLAnchorElement>(null);
  const pack = useRef<HTMLAnchorElement>(null);
  const picture = codes.length === 1 && codes[0]?.status === "minted" ? codes[0] : null;
  const show = (dialog: typeof open) => {
    edit.clearProblem();
    setOpen(dialog);
  };
  const close = () => setOpen(null);
  useSelectionKeys({
    Escape: onClear,
    c: () => void copy(),
    g: mayMint ? () => show("campaign") : undefined,
    t: mayMint ? () => show("tags") : undefined,
    d: picture ? () => download.current?.click() : undefined,
    p: mayPack ? () => pack.current?.click() : undefined,
  });
  return (
    <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-separator bg-surface px-4 py-2.5">
      {children}
      <p role="status" className="font-medium tabular-nums">
        {t("count", { count: codes.length })}
      </p>
      <Button size="sm" variant="ghost" onPress={onClear} className="max-md:ms-auto">
        <X aria-hidden className="size-4" />
        {t("clear")}
        <Key>Esc</Key>
      </Button>
      <Toolbar aria-label={t("bar")} className="flex flex-wrap gap-2 max-md:w-full md:ms-auto">
        {mayMint ? (
          <>
            <Button size="sm" variant="outline" onPress={() => show("campaign")}>
              <Megaphone aria-hidden className="size-4 max-md:hidden" />
              {t("campaign")}
              <Key>G</Key>
            </Button>
            <Button size="sm" variant="outline" onPress={() => show("tags")}>
              <Tags aria-hidden className="size-4 max-md:hidden" />
              {t("tags")}
              <Key>T</Key>
            </Button>
          </>
        ) : null}
        <Button size="sm" variant="outline" onPress={() => void copy()}>
          <ClipboardList aria-hidden className="size-4 max-md:hidden" />
          {t("copy")}
          <Key>C</Key>
        </Button>
        {mayPack ? (
          <Link
            ref={pack}
            href={addressOfTicked(codes.map(({ id }) => id))}
            prefetch={false}
            className={buttonVariants({ size: "sm", variant: "outline" })}
          >
            <Package aria-hidden className="size-4 max-md:hidden" />
            {t("pack")}
            <Key>P</Key>
          </Link>
        ) : null}
        {picture ? (
          <a
            ref={download}
            download
            href={`/api/codes/${picture.id}/picture?download=1`}
            className={buttonVariants({ size: "sm", variant: "outline" })}
          >
            <Download aria-hidden className="size-4 max-md:hidden" />
            {t("download")}
            <Key>D</Key>
          </a>
        ) : null}
      </Toolbar>
      <SetCampaignDialog
        codes={codes}
        campaigns={campaigns}
        isOpen={open === "campaign"}
        onClose={close}
        edit={edit}
      />
      <EditTagsDialog codes={codes} isOpen={open === "tags"} onClose={close} edit={edit} />
    </div>
  );
}

/** The key of an action; a phone has none. */
function Key({ children }: { children: string }) {
  return (
    <Kbd aria-hidden className="h-5 px-1.5 text-xs max-md:hidden">
      <Kbd.Content>{children}</Kbd.Content>
    </Kbd>
  );
}

function useCopyAsTable(codes: readonly CodeRow[]): () => Promise<void> {
  const t = useTranslations("codes");
  return async () => {
    const text = codesAsTable(
      codes,
      {
        column: (column) => t(`export.columns.${column}`),
        kind: (kind) => t(`kindShort.${kind}`),
        status: (status) => t(`status.${status}`),
      },
      window.location.origin,
    );
    try {
      await navigator.clipboard.writeText(text);
      toast.success(t("selection.copied", { count: codes.length }));
    } catch {
      window.prompt(t("selection.copyByHand"), text);
    }
  };
}
