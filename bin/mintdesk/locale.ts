export type Locale = "zh-CN" | "en";

/** The language of the terminal: Chinese for zh*, else English. */
export function localeOf(env: NodeJS.Dict<string>): Locale {
  const told = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(Boolean) ?? "";
  return /^zh/i.test(told) ? "zh-CN" : "en";
}
