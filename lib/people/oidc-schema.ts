import { z } from "zod";
import { Email } from "@/lib/people/schema";

const NAME_MAX_LENGTH = 60;

/** What the identity provider says of somebody, after its signature was checked. */
export const OidcIdentity = z.object({
  issuer: z.string().min(1),
  subject: z.string().min(1).max(255),
  /** Null: it told none, or nothing that is one. */
  email: Email.nullable().catch(null),
  emailVerified: z.boolean().catch(false),
  name: z
    .string()
    .trim()
    .transform((name) => name.slice(0, NAME_MAX_LENGTH))
    .catch(""),
  claims: z.record(z.string(), z.unknown()),
  userAgent: z.string().catch(""),
});
export type OidcIdentity = z.infer<typeof OidcIdentity>;

/** Why somebody the provider knows is not let in; `errors.<reason>` are the words. */
export const OIDC_REFUSALS = [
  "oidcOff",
  "oidcNoRole",
  "oidcNoMail",
  "oidcMailUnverified",
  "oidcMailTaken",
  "oidcDisabled",
] as const;
