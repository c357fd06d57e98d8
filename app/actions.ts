"use server";

import { cookies } from "next/headers";
import { LOCALE_COOKIE, LOCALES } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers the language in this browser; the page is rendered anew with the answer. */
export async function chooseLocaleAction(locale: Locale): Promise<void> {
  if (!LOCALES.includes(locale)) return;
  (await cookies()).set(LOCALE_COOKIE, locale, {
    path: "/",
    maxAge: A_YEAR_SECONDS,
    sameSite: "lax",
  });
}
