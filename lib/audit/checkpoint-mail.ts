import type { SignedCheckpoint } from "@/lib/audit/checkpoint-text";
import type { Locale } from "@/lib/i18n/locales";

export interface MailText {
  subject: string;
  text: string;
}

/** The day's checkpoint as a mail, in the language somebody chose, or in both. */
export function checkpointMail(checkpoint: SignedCheckpoint, locale: Locale | null): MailText {
  const { seq, headHash, at, keyId, signature } = checkpoint;
  const facts = [
    `seq ${seq}`,
    `head ${headHash}`,
    `at ${at}`,
    `key ${keyId}`,
    `signature ${signature}`,
  ];
  const chinese = [
    `审计日志的最新检查点：共 ${seq} 条记录。请保留这封邮件，它能证明日志之后没有被改动。`,
    "核对方法：在码台打开「审计日志」点「验证」，或运行 npm run verify-audit，再与下面的内容比较。",
  ];
  const english = [
    `The newest checkpoint of the audit log: it has ${seq} entries. Keep this mail; it proves that they were not changed later.`,
    "To check: open the audit log and press Verify, or run npm run verify-audit, and compare with what stands below.",
  ];
  const subjects = {
    "zh-CN": `[码台 Mintdesk] 审计日志检查点 ${seq}`,
    en: `[码台 Mintdesk] Audit log checkpoint ${seq}`,
  };
  const texts = { "zh-CN": chinese, en: english };
  if (locale) return { subject: subjects[locale], text: lines([...texts[locale], "", ...facts]) };
  return {
    subject: `${subjects["zh-CN"]} · audit log checkpoint`,
    text: lines([...chinese, "", ...english, "", ...facts]),
  };
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}
