import type { z } from "zod";
import type { Context } from "@/lib/core/context";
import { DomainError } from "@/lib/core/errors";
import { brokenConstraint } from "@/lib/db/constraint-errors";
import { withTransaction } from "@/lib/db/transaction";
import { asUser } from "@/lib/people/as-user";
import { followOidcRole } from "@/lib/people/follow-oidc-role";
import { oidcRole } from "@/lib/people/oidc-role";
import { OidcIdentity } from "@/lib/people/oidc-schema";
import { oidcUser } from "@/lib/people/oidc-user";
import { openSession } from "@/lib/people/open-session";
import type { OpenedSession } from "@/lib/people/open-session";
import { recordRefusedSignIn } from "@/lib/people/record-refused-sign-in";

/** Two first sign-ins at once both find nobody; the second then finds whom the first has made. */
const RACED = ["users_oidc_issuer_oidc_subject_key", "users_email_key"];

/**
 * Lets in whom the company's identity provider vouches for, with the role its claims give: who has signed in by it
 * before; else whose verified mail address has an account, which is theirs from then on; else somebody new. The desk's
 * own second factor guards passwords and is not asked for. Throws DomainError `forbidden` with one of OIDC_REFUSALS.
 */
export async function signInByOidc(
  ctx: Context,
  input: z.input<typeof OidcIdentity>,
): Promise<OpenedSession> {
  const identity = OidcIdentity.parse(input);
  try {
    return await letIn(ctx, identity);
  } catch (error) {
    if (error instanceof DomainError && error.code === "forbidden") {
      await recordRefusedSignIn(ctx, identity.email ?? identity.subject);
    }
    throw error;
  }
}

async function letIn(ctx: Context, identity: OidcIdentity): Promise<OpenedSession> {
  const { oidc } = ctx.runtime.env;
  if (!oidc || identity.issuer.replace(/\/+$/, "") !== oidc.issuer) {
    throw new DomainError("forbidden", "oidcOff");
  }
  const role = oidcRole(oidc, identity.claims);
  if (!role) throw new DomainError("forbidden", "oidcNoRole");
  const found = await oncePerRace(() => oidcUser(ctx, { ...identity, issuer: oidc.issuer }, role));
  if (found.disabledAt) throw new DomainError("forbidden", "oidcDisabled");
  const user = await followOidcRole(ctx, found, role);
  return withTransaction(asUser(ctx, user), (tctx) => openSession(tctx, user, identity.userAgent));
}

async function oncePerRace<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (RACED.includes(brokenConstraint(error) ?? "")) return work();
    throw error;
  }
}
