"use client";

import { Button, toast } from "@heroui/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AccountForm } from "@/components/sandbox/account-form";
import { AccountItem } from "@/components/sandbox/account-item";
import type { SandboxActions } from "@/components/sandbox/sandbox-props";
import { useFreshView } from "@/components/sandbox/use-sandbox";
import { FormDialog } from "@/components/ui/form-dialog";
import { SectionCard } from "@/components/ui/section-card";
import type { AccountRow } from "@/lib/sandbox-control/row-schema";

const FEW = 4;

interface AccountsCardProps {
  accounts: readonly AccountRow[];
  names: Record<string, string>;
  setAccount: SandboxActions["setAccount"];
}

/** The sandbox's mini programs, those the desk knows first: what each has used, and a form to change it. */
export function AccountsCard({ accounts, names, setAccount }: AccountsCardProps) {
  const t = useTranslations("sandbox.accounts");
  const fresh = useFreshView();
  const [edited, setEdited] = useState<AccountRow | null>(null);
  const [isLong, setLong] = useState(false);
  const known = accounts.filter(({ appid }) => names[appid]);
  const sorted = [...known, ...accounts.filter(({ appid }) => !names[appid])];
  const shown = isLong ? sorted : sorted.slice(0, FEW);
  return (
    <SectionCard isFlush title={t("title")} description={t("text")}>
      <ul className="divide-y divide-separator border-t border-separator">
        {shown.map((account) => (
          <AccountItem
            key={account.appid}
            account={account}
            name={names[account.appid]}
            onEdit={() => setEdited(account)}
          />
        ))}
      </ul>
      {sorted.length > FEW ? (
        <div className="border-t border-separator px-5 py-2 text-end">
          <Button size="sm" variant="ghost" onPress={() => setLong(!isLong)}>
            {isLong ? t("fewer") : t("more", { count: sorted.length })}
          </Button>
        </div>
      ) : null}
      <FormDialog
        isOpen={edited !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setEdited(null);
        }}
        title={t("edit")}
      >
        {edited ? (
          <AccountForm
            account={edited}
            name={names[edited.appid]}
            save={setAccount}
            onCancel={() => setEdited(null)}
            onDone={() => {
              setEdited(null);
              toast.success(t("saved"));
              void fresh();
            }}
          />
        ) : null}
      </FormDialog>
    </SectionCard>
  );
}
