"use client";

import { useTranslations } from "next-intl";
import { TokenSourceForm } from "@/components/mini-programs/token-source-form";
import { SectionCard } from "@/components/ui/section-card";
import type {
  ChooseTokenSourceInput,
  MiniProgramRow,
  TestTokenServerInput,
  TokenHealth,
  TokenServerTest,
} from "@/lib/mini-programs/schema";
import type { ActionResult } from "@/lib/web/define-action";

export interface TokenSourceSectionProps {
  miniProgram: Pick<MiniProgramRow, "id" | "tokenSource">;
  health: Pick<TokenHealth, "platform" | "tokenServer" | "hasAppSecret">;
  choose: (input: ChooseTokenSourceInput) => Promise<ActionResult<void>>;
  test: (input: TestTokenServerInput) => Promise<ActionResult<TokenServerTest>>;
}

/** Where the access tokens come from, and how to change that or its secret. */
export function TokenSourceSection(props: TokenSourceSectionProps) {
  const t = useTranslations("miniPrograms.source");
  return (
    <SectionCard title={t("title")} description={t("text")}>
      <TokenSourceForm {...props} />
    </SectionCard>
  );
}
