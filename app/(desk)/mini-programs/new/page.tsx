import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { registerMiniProgramAction } from "@/app/(desk)/mini-programs/actions";
import { PageHeader } from "@/components/layout/page-header";
import { RegisterForm } from "@/components/mini-programs/register-form";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";

export async function generateMetadata() {
  const t = await getTranslations("miniPrograms");
  return { title: t("new.title") };
}

export default async function NewMiniProgramPage() {
  if (!(await mayOpen(await pageContext(), "miniPrograms:write"))) redirect("/mini-programs");
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
