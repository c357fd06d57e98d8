import { getTranslations } from "next-intl/server";
import { findPackByHashAction } from "@/app/(desk)/packs/verify/actions";
import { PageHeader } from "@/components/layout/page-header";
import { VerifyScreen } from "@/components/packs/verify/verify-screen";
import { requirePerson } from "@/lib/web/session";

export async function generateMetadata() {
  const t = await getTranslations("packs.verify");
  return { title: t("title") };
}

export default async function VerifyPackPage() {
  await requirePerson();
  const t = await getTranslations("packs");
  return (
    <>
      <PageHeader
        trail={[{ href: "/packs", label: t("list.title") }]}
        title={t("verify.title")}
        description={t("verify.description")}
      />
      <VerifyScreen findPack={findPackByHashAction} />
    </>
  );
}
