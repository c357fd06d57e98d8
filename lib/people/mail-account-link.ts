import type { Context } from "@/lib/core/context";
import { log } from "@/lib/log";
import { openMailer } from "@/lib/mail/open-mailer";
import type { Mail } from "@/lib/mail/open-mailer";

/**
 * Hands the mail with a link over at once: a job would have to keep what is in it. Whether the mail server took it;
 * null when there is none. The link holds either way.
 */
export async function mailAccountLink(ctx: Context, mail: Mail): Promise<boolean | null> {
  const mailer = openMailer(ctx.runtime.env);
  if (!mailer) return null;
  try {
    await mailer.send(mail);
    return true;
  } catch (error) {
    log.warn({ err: error, requestId: ctx.requestId }, "a link could not be mailed");
    return false;
  } finally {
    mailer.close();
  }
}
