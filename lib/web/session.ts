import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { SignedInPerson } from "@/lib/people/schema";
import { authOptions } from "@/lib/web/auth-options";
import { PATH_HEADER } from "@/lib/web/request-headers";

/** The signed-in person or null; asked once per request. */
export const findPerson = cache(async (): Promise<SignedInPerson | null> => {
  const session = await getServerSession(authOptions());
  return session?.person ?? null;
});

/**
 * The signed-in person; a stranger is sent to sign in and comes back to this page. Whoever lacks the second factor
 * that the desk's rule asks for is sent to set it up first.
 */
export async function requirePerson(): Promise<SignedInPerson> {
  const person = await findPerson();
  if (person && !person.mustSetUpSecondFactor) return person;
  const wanted = (await headers()).get(PATH_HEADER) ?? "/";
  const next = encodeURIComponent(wanted);
  redirect(person ? `/second-factor?next=${next}` : `/sign-in?next=${next}`);
}
