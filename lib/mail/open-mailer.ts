import { createTransport } from "nodemailer";
import type { Env } from "@/lib/env";

const TIMEOUT_MS = 15_000;

export interface Mail {
  to: readonly string[];
  /** Tells this mail from others; the same one is the same mail. */
  id: string;
  subject: string;
  /** Plain text. */
  text: string;
}

export interface Mailer {
  /** Hands a mail over to the mail server; rejects when it takes it for none of the addresses. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** The mail server of `SMTP_URL`, or null when there is none. It connects at the first mail. */
export function openMailer(env: Env): Mailer | null {
  if (env.SMTP_URL === undefined) return null;
  const host = new URL(env.publicUrl).hostname;
  const from = env.MINTDESK_MAIL_FROM ?? `Mintdesk <mintdesk@${host}>`;
  const transport = createTransport({
    url: env.SMTP_URL,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A text is a text: nothing in a mail may make us read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, id, subject, text }) {
      const messageId = `<${id}@${host}>`;
      await transport.sendMail({
        from,
        to: [...to],
        subject,
        text,
        textEncoding: "base64",
        messageId,
      });
    },
    close: () => transport.close(),
  };
}
