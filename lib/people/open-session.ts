import { appendEntry } from "@/lib/audit/append-entry";
import type { User } from "@/lib/db/generated/client";
import type { TransactionContext } from "@/lib/db/transaction";
import { hashSessionToken, newSessionToken } from "@/lib/people/session-token";

/** How long a browser stays signed in, in milliseconds. */
export const SESSION_LIFE_MS = 12 * 60 * 60 * 1000;
const USER_AGENT_MAX_LENGTH = 300;

/** What the cookie carries, and whose it is. */
export interface OpenedSession {
  sessionToken: string;
  userId: string;
  name: string;
  email: string;
}

/** Lets somebody in who has proved who they are. The last step of a sign-in, for it writes the entry. */
export async function openSession(
  ctx: TransactionContext,
  user: User,
  userAgent: string,
): Promise<OpenedSession> {
  const sessionToken = newSessionToken();
  await ctx.tx.session.create({
    data: {
      userId: user.id,
      tokenHash: hashSessionToken(sessionToken),
      address: ctx.address ?? "unknown",
      userAgent: userAgent.slice(0, USER_AGENT_MAX_LENGTH),
      createdAt: ctx.now(),
      lastSeenAt: ctx.now(),
      expiresAt: new Date(ctx.now().getTime() + SESSION_LIFE_MS),
    },
  });
  await appendEntry(ctx, {
    action: "user.signed_in",
    target: { kind: "user", id: user.id, label: user.name },
    details: {},
  });
  return { sessionToken, userId: user.id, name: user.name, email: user.email };
}
