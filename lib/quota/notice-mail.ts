export interface NoticeFigures {
  name: string;
  level: number;
  spent: number;
  reserved: number;
  limit: number;
  /** Where to look. */
  address: string;
}

/** The mail about a level, in both languages: who reads it is not known to have chosen one. */
export function noticeMail(figures: NoticeFigures): { subject: string; text: string } {
  const { name, level, spent, reserved, limit, address } = figures;
  const [ofLimit, ofSpent, ofReserved, ofLeft] = [
    limit,
    spent,
    reserved,
    limit - spent - reserved,
  ].map((count) => count.toLocaleString("en-US"));
  return {
    subject: `[码台 Mintdesk] ${name}：终身额度已用到 ${level}% · lifetime quota at ${level} %`,
    text: [
      `小程序「${name}」的限额码（A 类和 C 类）已用到终身额度的 ${level}%。`,
      `上限 ${ofLimit}：已用 ${ofSpent}，预留 ${ofReserved}，还剩 ${ofLeft}。`,
      "额度不能购买，也不会重置。不限量的 B 类码不占额度。",
      `查看明细：${address}`,
      "",
      `The mini program “${name}” has used ${level} % of its lifetime quota of limited codes (kinds A and C).`,
      `Of ${ofLimit}: ${ofSpent} spent, ${ofReserved} reserved, ${ofLeft} left.`,
      "It cannot be bought or reset. Kind B costs none of it.",
      `The ledger: ${address}`,
      "",
    ].join("\n"),
  };
}
