import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { localPath } from "@/components/sign-in/local-path";
import { OIDC_REFUSALS } from "@/lib/people/oidc-schema";
import { webRuntime } from "@/lib/web/runtime";
import { findPerson } from "@/lib/web/session";

type SignInQuery = Partial<
  Record<"next" | "changed" | "refused" | "error" | "with", string | string[]>
>;

interface SignInPageProps {
  searchParams: Promise<SignInQuery>;
}

export async function generateMetadata() {
  const t = await getTranslations("signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const query = await searchParams;
  const wanted = localPath(query.next);
  if (await findPerson()) redirect(wanted);
  const { oidc } = webRuntime().env;
  const isAside = oidc?.arePasswordsOn === false && query.with !== "password";
  return (
    <SignInForm
      next={wanted}
      hasChangedPassword={query.changed === "password"}
      providerName={oidc?.name ?? null}
      passwords={isAside ? "aside" : "shown"}
      refusedReason={refusedReason(query)}
    />
  );
}

/** What the desk, or next-auth, has put into the address after the identity provider's answer. */
function refusedReason({ refused, error }: SignInQuery): string | null {
  const ours = OIDC_REFUSALS.find((reason) => reason === refused);
  return ours ?? (refused || error ? "oidcFailed" : null);
}
