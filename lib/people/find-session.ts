import type { Runtime } from "@/lib/runtime";
import type { SignedInPerson } from "@/lib/people/schema";
import { lacksSecondFactor } from "@/lib/people/second-factor-rule";
import { hashSessionToken } from "@/lib/people/session-token";

const SEEN_EVERY_MS = 60_000;

/**
 * The person behind a session token, or null when the session ended, expired or its
 * person was disabled. Asked on every request, so an ended session is out at once.
 */
export async function findSession(
  runtime: Runtime,
  token: string,
  now: Date,
): Promise<SignedInPerson | null> {
  const session = await runtime.db.session.findUnique({
    where: { tokenHash: hashSessionToken(token) },
    include: { user: true },
  });
  if (!session || session.endedAt || session.expiresAt <= now || session.user.disabledAt) {
    return null;
  }
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await runtime.db.session.update({ where: { id: session.id }, data: { lastSeenAt: now } });
  }
  const { user } = session;
  return {
    sessionId: session.id,
    userId: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    locale: user.locale,
    timeZone: user.timeZone,
    theme: user.theme,
    mustSetUpSecondFactor: await lacksSecondFactor(runtime.db, user),
  };
}
