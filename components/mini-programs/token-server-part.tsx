"use client";

import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import type { SourceValues } from "@/components/mini-programs/source-values";
import { TokenServerTrial } from "@/components/mini-programs/token-server-trial";
import { TextInput } from "@/components/ui/text-input";
import type {
  TestTokenServerInput,
  TokenServerRow,
  TokenServerTest,
} from "@/lib/mini-programs/schema";
import type { ActionResult } from "@/lib/web/define-action";

export interface TokenServerPartProps {
  form: UseFormReturn<SourceValues, unknown, SourceValues>;
  /** The one that is stored. */
  tokenServer: TokenServerRow | null;
  test: (input: TestTokenServerInput) => Promise<ActionResult<TokenServerTest>>;
}

/** Where the company's token server is, what it wants to see, and where its answer holds the token. */
export function TokenServerPart({ form, tokenServer, test }: TokenServerPartProps) {
  const t = useTranslations("miniPrograms.source");
  const tCommon = useTranslations("common");
  const { control } = form;
  return (
    <div className="flex flex-col gap-4">
      <TextInput
        control={control}
        name="url"
        label={t("serverUrl")}
        help={t("serverUrlHelp")}
        placeholder="https://token.company.com/wechat"
        isCode
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          control={control}
          name="headerName"
          label={t("headerName")}
          note={tCommon("optional")}
          help={t("headerNameHelp")}
          placeholder="Authorization"
          isCode
        />
        <TextInput
          control={control}
          name="headerSecret"
          type="password"
          label={t("headerSecret")}
          note={tCommon("optional")}
          help={t(tokenServer?.hasHeaderSecret ? "headerSecretKeep" : "headerSecretHelp")}
          autoComplete="new-password"
          isCode
        />
        <TextInput
          control={control}
          name="tokenPath"
          label={t("tokenPath")}
          help={t("tokenPathHelp")}
          placeholder="data.access_token"
          isCode
        />
        <TextInput
          control={control}
          name="expiryPath"
          label={t("expiryPath")}
          note={tCommon("optional")}
          help={t("expiryPathHelp")}
          placeholder="data.expires_in"
          isCode
        />
      </div>
      <TokenServerTrial form={form} test={test} />
    </div>
  );
}
