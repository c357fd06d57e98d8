import type { Context } from "@/lib/core/context";
import { ForbiddenError } from "@/lib/core/errors";
import { openMailer } from "@/lib/mail/open-mailer";
import type { Mail } from "@/lib/mail/open-mailer";
import { noticeMail } from "@/lib/quota/notice-mail";

/** Longer than a mail may take to be handed over, shorter than until the job is tried again. */
const LEASE_MS = 60_000;

interface Leased {
  level: number;
  reachedAt: Date;
}

/**
 * Mails the enabled admins the levels nobody has been mailed of, in one mail that names the highest.
 * A lease keeps a second run out while one is sending; a run that died leaves it to run out. When the mail server
 * refuses, the lease is given back and the job tried again.
 */
export async function mailNotices(
  ctx: Context,
  { miniProgramId }: { miniProgramId: string },
): Promise<void> {
  if (ctx.actor.kind !== "job") throw new ForbiddenError("quota:write");
  const mailer = openMailer(ctx.runtime.env);
  if (!mailer) return;
  const { db } = ctx.runtime;
  const leasedUntil = new Date(ctx.now().getTime() + LEASE_MS);
  const leased = await db.$queryRaw<Leased[]>`
    UPDATE quota_notices SET leased_until = ${leasedUntil}::timestamptz
    WHERE mini_program_id = ${miniProgramId}::uuid AND mailed_at IS NULL
      AND (leased_until IS NULL OR leased_until <= ${ctx.now()}::timestamptz)
    RETURNING level, reached_at AS "reachedAt"`;
  if (leased.length === 0) {
    const unmailed = await db.quotaNotice.count({ where: { miniProgramId, mailedAt: null } });
    if (unmailed > 0) throw new Error("Another run is mailing these notices; look again later.");
    return;
  }
  const level = { in: leased.map(({ level }) => level) };
  const mine = { miniProgramId, level, leasedUntil };
  try {
    const mail = await composeMail(ctx, miniProgramId, leased);
    if (mail.to.length > 0) await mailer.send(mail);
    const data = { mailedAt: ctx.now(), leasedUntil: null };
    await db.quotaNotice.updateMany({ where: mine, data });
  } catch (error) {
    await db.quotaNotice.updateMany({ where: mine, data: { leasedUntil: null } });
    throw error;
  } finally {
    mailer.close();
  }
}

async function composeMail(
  ctx: Context,
  miniProgramId: string,
  leased: readonly Leased[],
): Promise<Mail> {
  const { db, env } = ctx.runtime;
  const { miniProgram, ...counter } = await db.quotaCounter.findUniqueOrThrow({
    where: { miniProgramId },
    include: { miniProgram: { select: { name: true } } },
  });
  const admins = await db.user.findMany({
    where: { role: "admin", disabledAt: null },
    orderBy: { createdAt: "asc" },
    select: { email: true },
  });
  const highest = leased.toSorted((left, right) => left.level - right.level).at(-1);
  const level = highest?.level ?? 0;
  return {
    to: admins.map(({ email }) => email),
    // The same for the same news, so that mail programs show a mail that came twice only once.
    id: `quota-${miniProgramId}-${level}-${highest?.reachedAt.getTime() ?? 0}`,
    ...noticeMail({
      name: miniProgram.name,
      level,
      spent: counter.spent,
      reserved: counter.reserved,
      limit: counter.lifetimeLimit,
      address: `${env.publicUrl}/quota`,
    }),
  };
}
