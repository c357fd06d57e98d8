import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { registerPlatformAction } from "@/app/(desk)/mini-programs/platforms/actions";
import { PageHeader } from "@/components/layout/page-header";
import { RegisterPlatformForm } from "@/components/platforms/register-platform-form";
import { ROLE_PERMISSIONS } from "@/lib/access/roles";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("platforms");
  return { title: t("new.title") };
}

export default async function NewPlatformPage() {
  const { role } = await requirePerson();
  if (!ROLE_PERMISSIONS[role].includes("miniPrograms:write")) redirect("/mini-programs/platforms");
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
