import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import {
  beginSecondFactorAction,
  confirmSecondFactorAction,
} from "@/app/(auth)/second-factor/actions";
import { SecondFactorFirst } from "@/components/account/second-factor-first";
import { localPath } from "@/components/sign-in/local-path";
import { findPerson } from "@/lib/web/session";

interface SecondFactorPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata() {
  const t = await getTranslations("account.secondFactor");
  return { title: t("title") };
}

/** For those who may do nothing else before. */
export default async function SecondFactorPage({ searchParams }: SecondFactorPageProps) {
  const { next } = await searchParams;
  const wanted = localPath(next);
  const person = await findPerson();
  if (!person) redirect(`/sign-in?next=${encodeURIComponent(wanted)}`);
  if (!person.mustSetUpSecondFactor) redirect(wanted);
  return (
    <SecondFactorFirst
      email={person.email}
      next={wanted}
      begin={beginSecondFactorAction}
      confirm={confirmSecondFactorAction}
    />
  );
}
