import { checkpointMail } from "@/lib/audit/checkpoint-mail";
import type { SignedCheckpoint } from "@/lib/audit/checkpoint-text";
import { findNewestCheckpoint } from "@/lib/audit/find-newest-checkpoint";
import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { LOCALES } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";
import { openMailer } from "@/lib/mail/open-mailer";

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Mails the newest checkpoint to the enabled admins, each in their language, so that it lies where nobody at the desk
 * can change it. Nothing happens without a mail server or when nothing new was signed.
 */
export async function mailCheckpoint(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("audit:read");
  const mailer = openMailer(ctx.runtime.env);
  if (!mailer) return;
  try {
    const checkpoint = await findNewestCheckpoint(ctx);
    if (!checkpoint || isOld(ctx, checkpoint)) return;
    for (const [locale, to] of await listAdmins(ctx)) {
      // The same for the same news, so that mail programs show a mail that came twice only once.
      const id = `audit-checkpoint-${checkpoint.seq}-${locale ?? "both"}`;
      await mailer.send({ to, id, ...checkpointMail(checkpoint, locale) });
    }
  } finally {
    mailer.close();
  }
}

/** Nothing was signed since the mail before. */
function isOld(ctx: Context, { at }: SignedCheckpoint): boolean {
  return ctx.now().getTime() - Date.parse(at) > DAY_MS + HOUR_MS;
}

/** Their addresses by the language they chose. */
async function listAdmins(ctx: Context): Promise<Map<Locale | null, string[]>> {
  const admins = await ctx.runtime.db.user.findMany({
    where: { role: "admin", disabledAt: null },
    orderBy: { createdAt: "asc" },
    select: { email: true, locale: true },
  });
  const byLocale = Map.groupBy(
    admins,
    ({ locale }) => LOCALES.find((known) => known === locale) ?? null,
  );
  return new Map([...byLocale].map(([locale, some]) => [locale, some.map(({ email }) => email)]));
}
