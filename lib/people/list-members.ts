import { authorize } from "@/lib/access/authorize";
import type { Context } from "@/lib/core/context";
import { reader } from "@/lib/db/transaction";
import type { MemberRow } from "@/lib/people/member-schema";

const MOST = 2_000;

/** Everyone with an account as administrators see them, by name; those disabled come last. */
export async function listMembers(ctx: Context): Promise<MemberRow[]> {
  authorize(ctx, "people:write");
  return reader(ctx).$queryRaw<MemberRow[]>`
    SELECT u.id, u.name, u.email, u.role::text AS role, u.disabled_at IS NOT NULL AS "isDisabled",
      u.created_at AS "createdAt", u.password_hash IS NOT NULL AS "hasPassword",
      u.oidc_subject IS NOT NULL AS "hasProvider", u.totp_confirmed_at IS NOT NULL AS "hasSecondFactor",
      (SELECT max(s.last_seen_at) FROM sessions AS s WHERE s.user_id = u.id) AS "lastSeenAt",
      (SELECT count(*)::int FROM api_keys AS k WHERE k.user_id = u.id AND k.revoked_at IS NULL
        AND (k.expires_at IS NULL OR k.expires_at > ${ctx.now()}::timestamptz)) AS "apiKeyCount",
      (SELECT max(l.expires_at) FROM account_links AS l WHERE l.user_id = u.id AND l.kind = 'reset'
        AND l.used_at IS NULL AND l.revoked_at IS NULL AND l.expires_at > ${ctx.now()}::timestamptz) AS "resetUntil"
    FROM users AS u
    ORDER BY u.disabled_at IS NOT NULL, u.name, u.id
    LIMIT ${MOST}::int`;
}
