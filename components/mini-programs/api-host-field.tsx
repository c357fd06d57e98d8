"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import type { Control } from "react-hook-form";
import { ChoiceSelect } from "@/components/ui/choice-select";
import type { UpdateMiniProgramInput } from "@/lib/mini-programs/schema";

/** Key of `miniPrograms.hosts.<name>`. */
const PLACES: Record<string, string> = {
  "api.weixin.qq.com": "nearest",
  "api2.weixin.qq.com": "remote",
  "sh.api.weixin.qq.com": "shanghai",
  "sz.api.weixin.qq.com": "shenzhen",
  "hk.api.weixin.qq.com": "hongkong",
};
/** A select has no empty key. */
const USUAL = "usual";

export interface ApiHosts {
  /** Host of the usual address. */
  usual: string;
  hosts: readonly string[];
}

interface ApiHostFieldProps extends ApiHosts {
  control: Control<UpdateMiniProgramInput, unknown, UpdateMiniProgramInput>;
}

/** Which of WeChat's entry points this mini program's calls go to. */
export function ApiHostField({ control, usual, hosts }: ApiHostFieldProps) {
  const t = useTranslations("miniPrograms");
  const { field } = useController({ control, name: "apiHost" });
  const isGone = field.value !== "" && !hosts.includes(field.value);
  const options = [
    { id: USUAL, label: t("hosts.usual", { host: usual }) },
    ...hosts.map((host) => ({
      id: host,
      label: `${host} · ${t(`hosts.${PLACES[host] ?? "own"}`)}`,
    })),
    ...(isGone ? [{ id: field.value, label: `${field.value} · ${t("hosts.gone")}` }] : []),
  ];
  return (
    <div className="flex flex-col gap-1.5">
      <ChoiceSelect
        label={t("fields.apiHost")}
        options={options}
        value={field.value === "" ? USUAL : field.value}
        onChange={(host) => field.onChange(host === USUAL ? "" : host)}
      />
      <p className="text-xs text-muted">{t("hosts.help")}</p>
    </div>
  );
}
