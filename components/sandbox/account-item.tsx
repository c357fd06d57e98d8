"use client";

import { Button } from "@heroui/react";
import { Pencil } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useSandboxWords } from "@/components/sandbox/use-sandbox-words";
import { QuotaMeter } from "@/components/ui/quota-meter";
import type { AccountRow } from "@/lib/sandbox-control/row-schema";

const AMBER_FROM = 0.8;
const RED_FROM = 0.95;
/** Shown also while nothing was called. */
const ALWAYS: readonly string[] = ["getwxacode", "getwxacodeunlimit"];

function toneOf({ used, limit }: Pick<AccountRow, "used" | "limit">) {
  const taken = limit > 0 ? used / limit : 1;
  if (taken >= RED_FROM) return "danger";
  return taken >= AMBER_FROM ? "warning" : "accent";
}

interface AccountItemProps {
  account: AccountRow;
  /** How the desk calls it; undefined when the desk does not know it. */
  name: string | undefined;
  onEdit: () => void;
}

export function AccountItem({ account, name, onEdit }: AccountItemProps) {
  const t = useTranslations("sandbox.accounts");
  const format = useFormatter();
  const { endpoint } = useSandboxWords();
  const { appid, used, limit, publishedPages, rates } = account;
  const usedOfLimit = t("used", { used: format.number(used), limit: format.number(limit) });
  const readings = Object.entries(rates).flatMap(([name, windows]) =>
    windows
      .filter(({ used }) => used > 0 || ALWAYS.includes(name))
      .map((window) => ({ name, ...window })),
  );
  return (
    <li className="flex flex-col gap-2 px-5 py-3">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="font-medium break-words">{name ?? t("unnamed")}</p>
          <p className="font-mono text-xs break-all text-muted">{appid}</p>
        </div>
        <Button
          size="sm"
          variant="outline"
          aria-label={t("editOf", { name: name ?? appid })}
          onPress={onEdit}
        >
          <Pencil />
          {t("editShort")}
        </Button>
      </div>
      <div className="flex flex-col gap-1.5">
        <span className="text-sm tabular-nums">{usedOfLimit}</span>
        <QuotaMeter
          label={usedOfLimit}
          spent={Math.min(used, limit)}
          reserved={0}
          limit={limit}
          tone={toneOf(account)}
        />
      </div>
      <ul className="flex flex-col gap-0.5 text-xs text-muted tabular-nums">
        {readings.map(({ name, period, limit, used }) => (
          <li key={`${name} ${period}`}>
            {t("rate", {
              endpoint: endpoint(name),
              period: t.has(`periods.${period}`) ? t(`periods.${period}`) : period,
              used: format.number(used),
              limit: limit >= Number.MAX_SAFE_INTEGER ? "∞" : format.number(limit),
            })}
          </li>
        ))}
        <li className="break-words">
          {publishedPages.length > 0
            ? t("pages", { count: publishedPages.length, first: publishedPages[0] ?? "" })
            : t("noPages")}
        </li>
      </ul>
    </li>
  );
}
