import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { registerPlatformAction } from "@/app/(desk)/mini-programs/platforms/actions";
import { PageHeader } from "@/components/layout/page-header";
import { RegisterPlatformForm } from "@/components/platforms/register-platform-form";
import { mayOpen } from "@/lib/web/may-open";
import { pageContext } from "@/lib/web/request-context";

export async function generateMetadata() {
  const t = await getTranslations("platforms");
  return { title: t("new.title") };
}

export default async function NewPlatformPage() {
  if (!(await mayOpen(await pageContext(), "miniPrograms:write")))
    redirect("/mini-programs/platforms");
  const t = await getTranslations("platforms");
  const tMiniPrograms = await getTranslations("miniPrograms");
  return (
    <>
      <PageHeader
        title={t("new.title")}
        description={t("new.lead")}
        trail={[
          { href: "/mini-programs", label: tMiniPrograms("title") },
          { href: "/mini-programs/platforms", label: t("title") },
        ]}
      />
      <RegisterPlatformForm register={registerPlatformAction} />
    </>
  );
}
