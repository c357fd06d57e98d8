interface AccountLinkWords {
  kind: "invite" | "reset";
  /** Who made the link. */
  by: string;
  url: string;
  expiresAt: Date;
}

/** The mail with a link, in both languages: who reads it is not known to have chosen one. */
export function accountLinkMail({ kind, by, url, expiresAt }: AccountLinkWords): {
  subject: string;
  text: string;
} {
  const until = `${expiresAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const { subject, zh, en } = {
    invite: {
      subject: "[码台 Mintdesk] 邀请你加入 · You are invited",
      zh: `${by} 邀请你加入码台。请打开下面的链接设置密码：`,
      en: `${by} invites you to Mintdesk. Open the link above to choose a password.`,
    },
    reset: {
      subject: "[码台 Mintdesk] 重设密码 · A new password",
      zh: `${by} 为你生成了重设密码的链接：`,
      en: `${by} made you a link to set a new password: open the link above.`,
    },
  }[kind];
  return {
    subject,
    text: [
      zh,
      "",
      url,
      "",
      `链接只能用一次，${until} 前有效。请不要转发。`,
      "",
      en,
      `It works once, until ${until}. Do not pass it on.`,
      "",
    ].join("\n"),
  };
}
