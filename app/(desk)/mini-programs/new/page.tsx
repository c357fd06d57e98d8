import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { registerMiniProgramAction } from "@/app/(desk)/mini-programs/actions";
import { PageHeader } from "@/components/layout/page-header";
import { RegisterForm } from "@/components/mini-programs/register-form";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("miniPrograms");
  return { title: t("new.title") };
}

export default async function NewMiniProgramPage() {
  const { role } = await requirePerson();
  if (!ROLE_PERMISSIONS[role].includes("miniPrograms:write")) redirect("/mini-programs");
  const t = await getTranslations("miniPrograms");
  return (
    <>
      <PageHeader
        title={t("new.title")}
        description={t("new.lead")}
        trail={[{ href: "/mini-programs", label: t("title") }]}
      />
      <RegisterForm register={registerMiniProgramAction} />
    </>
  );
}
