import { getTranslations } from "next-intl/server";
import { changePasswordAction } from "@/app/(desk)/account/actions";
import { chooseLocaleAction } from "@/app/actions";
import { LookSettings } from "@/components/account/look-settings";
import { PasswordForm } from "@/components/account/password-form";
import { PageHeader } from "@/components/layout/page-header";
import { FactList } from "@/components/ui/fact-list";
import { SectionCard } from "@/components/ui/section-card";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("account");
  return { title: t("title") };
}

export default async function AccountPage() {
  const person = await requirePerson();
  const t = await getTranslations("account");
  const tFrame = await getTranslations("frame");
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <div className="flex max-w-2xl flex-col gap-4">
        <SectionCard title={t("who")}>
          <FactList
            facts={[
              { term: t("name"), value: person.name },
              { term: t("email"), value: person.email },
              { term: t("role"), value: tFrame(`roles.${person.role}`) },
            ]}
          />
        </SectionCard>
        <PasswordForm change={changePasswordAction} />
        <LookSettings chooseLocale={chooseLocaleAction} />
      </div>
    </>
  );
}
