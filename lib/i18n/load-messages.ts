import type { Locale } from "@/lib/i18n/locales";

/** One file per room of the desk; a screen asks for its own by name. */
export const NAMESPACES = [
  "common",
  "frame",
  "signIn",
  "overview",
  "miniPrograms",
  "platforms",
  "campaigns",
  "codes",
  "newCode",
  "codeDetail",
  "batches",
  "scenes",
  "scans",
  "forDevelopers",
  "quota",
  "packs",
  "packTemplates",
  "packLinks",
  "labelSheets",
  "audit",
  "logRooms",
  "people",
  "sandbox",
  "account",
  "developers",
  "webhooks",
  "errors",
] as const;

/** All messages of a language, by namespace. */
export async function loadMessages(locale: Locale): Promise<Record<string, object>> {
  const files = await Promise.all(
    NAMESPACES.map((name) => import(`./messages/${locale}/${name}.json`)),
  );
  return Object.fromEntries(NAMESPACES.map((name, index) => [name, files[index].default]));
}
