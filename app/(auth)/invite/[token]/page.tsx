import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { acceptInviteAction, ratePasswordAction } from "@/app/(auth)/actions";
import { readAccountLink } from "@/app/(auth)/read-account-link";
import { JoinForm } from "@/components/people/join/join-form";
import { LinkThrottled } from "@/components/people/join/link-throttled";
import { RoleChip } from "@/components/people/role-chip";
import { FactList } from "@/components/ui/fact-list";
import { TimeStamp } from "@/components/ui/time-stamp";
import { findPerson } from "@/lib/web/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.join");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { link, waitSeconds } = await readAccountLink(token, "invite");
  if (waitSeconds > 0) return <LinkThrottled seconds={waitSeconds} />;
  if (!link) notFound();
  const t = await getTranslations("people");
  const someone = await findPerson();
  return (
    <div className="w-full max-w-md">
      <h1 className="text-2xl font-semibold">{t("join.title")}</h1>
      <p className="mt-1 text-muted">{t("join.invitedBy", { name: link.createdBy })}</p>
      <div className="my-4">
        <FactList
          facts={[
            { term: t("join.email"), value: link.email },
            {
              term: t("join.role"),
              value: (
                <span className="flex flex-col items-start gap-1">
                  <RoleChip role={link.role} />
                  <span className="text-xs text-muted">{t(`roles.${link.role}`)}</span>
                </span>
              ),
            },
            { term: t("join.until"), value: <TimeStamp at={link.expiresAt} as="exact" /> },
          ]}
        />
        {someone ? (
          <p className="mt-2 text-sm text-muted">{t("join.signedInAs", { name: someone.name })}</p>
        ) : null}
      </div>
      <JoinForm
        token={token}
        invite={{ email: link.email, name: link.name }}
        accept={acceptInviteAction}
        rate={ratePasswordAction}
      />
    </div>
  );
}
