import { Lock, Smartphone } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { createCampaignAction, mintCodeAction, retryCodeAction } from "@/app/(desk)/codes/actions";
import { MintCodeForm } from "@/components/codes/mint/mint-code-form";
import { mintFormLike } from "@/components/codes/mint/mint-form-values";
import type { MintFormValues } from "@/components/codes/mint/mint-form-values";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { listCampaigns } from "@/lib/campaigns/list-campaigns";
import { getCode } from "@/lib/codes/get-code";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { listMiniPrograms } from "@/lib/mini-programs/list-mini-programs";
import { chosenMiniProgram } from "@/lib/web/chosen-mini-program";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";
import { requirePerson } from "@/lib/web/session";

interface NewCodePageProps {
  searchParams: Promise<{ like?: string | string[] }>;
}

export async function generateMetadata() {
  const t = await getTranslations("newCode");
  return { title: t("title") };
}

/** The form of the code to be like; an id that leads nowhere just gives an empty form. */
async function formLike(ctx: Context, codeId: unknown): Promise<MintFormValues | null> {
  if (typeof codeId !== "string") return null;
  try {
    return mintFormLike(await getCode(ctx, { codeId }));
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

export default async function NewCodePage({ searchParams }: NewCodePageProps) {
  const { role, userId } = await requirePerson();
  const ctx = await pageContext();
  const t = await getTranslations("newCode");
  const may = ROLE_PERMISSIONS[role];
  if (!(await mayOpen(ctx, "codes:mint"))) {
    return (
      <EmptyState
        icon={Lock}
        title={t("notAllowed.title")}
        action={<ButtonLink href="/codes">{t("notAllowed.back")}</ButtonLink>}
      >
        {t("notAllowed.text")}
      </EmptyState>
    );
  }
  const { like: likeId } = await searchParams;
  const [miniPrograms, campaigns, chosen, like] = await Promise.all([
    listMiniPrograms(ctx),
    listCampaigns(ctx),
    chosenMiniProgram(ctx),
    formLike(ctx, likeId),
  ]);
  if (miniPrograms.length === 0) {
    const mayRegister = may.includes("miniPrograms:write");
    return (
      <EmptyState
        icon={Smartphone}
        title={t("noMiniProgram.title")}
        action={
          mayRegister ? (
            <ButtonLink href="/mini-programs/new">{t("noMiniProgram.action")}</ButtonLink>
          ) : null
        }
      >
        {t(mayRegister ? "noMiniProgram.text" : "noMiniProgram.textReadOnly")}
      </EmptyState>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <MintCodeForm
        key={`${String(likeId)} ${String(chosen?.id)}`}
        personId={userId}
        miniPrograms={miniPrograms}
        chosenMiniProgramId={chosen?.id}
        campaigns={campaigns}
        like={like}
        mintCode={mintCodeAction}
        retryCode={retryCodeAction}
        createCampaign={createCampaignAction}
      />
    </>
  );
}
