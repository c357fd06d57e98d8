import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ratePasswordAction, resetPasswordAction } from "@/app/(auth)/actions";
import { readAccountLink } from "@/app/(auth)/read-account-link";
import { LinkThrottled } from "@/components/people/join/link-throttled";
import { ResetForm } from "@/components/people/join/reset-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.reset");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { link, waitSeconds } = await readAccountLink(token, "reset");
  if (waitSeconds > 0) return <LinkThrottled seconds={waitSeconds} />;
  if (!link) notFound();
  const t = await getTranslations("people.reset");
  return (
    <div className="w-full max-w-sm">
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      <p className="mt-1 mb-6 text-muted">{t("lead", { name: link.name, email: link.email })}</p>
      <ResetForm
        token={token}
        email={link.email}
        reset={resetPasswordAction}
        rate={ratePasswordAction}
      />
    </div>
  );
}
