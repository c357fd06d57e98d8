import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { localPath } from "@/components/sign-in/local-path";
import { findPerson } from "@/lib/web/session";

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[]; changed?: string | string[] }>;
}

export async function generateMetadata() {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, changed } = await searchParams;
  const wanted = localPath(next);
  if (await findPerson()) redirect(wanted);
  return <SignInForm next={wanted} hasChangedPassword={changed === "password"} />;
}
