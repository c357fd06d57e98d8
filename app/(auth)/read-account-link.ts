import { DomainError } from "@/lib/core/errors";
import { AccountLinkToken } from "@/lib/people/account-link-schema";
import type { OpenAccountLink } from "@/lib/people/account-link-schema";
import { findAccountLink } from "@/lib/people/find-account-link";
import { requestContext } from "@/lib/web/request-context";

interface AccountLink {
  /** Null alike for every link that does not open. */
  link: OpenAccountLink | null;
  /** Above 0: too many of those were tried from here. */
  waitSeconds: number;
}

/** What the link in an address is for. */
export async function readAccountLink(
  token: string,
  kind: OpenAccountLink["kind"],
): Promise<AccountLink> {
  const asked = AccountLinkToken.safeParse({ token });
  if (!asked.success) return { link: null, waitSeconds: 0 };
  try {
    const link = await findAccountLink(await requestContext(), asked.data);
    return { link: link?.kind === kind ? link : null, waitSeconds: 0 };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "throttled") throw error;
    return { link: null, waitSeconds: Number(error.values.seconds) };
  }
}
