"use server";

import { cookies } from "next/headers";
import { chooseLocale } from "@/lib/people/choose-locale";
import { LOCALE_COOKIE, LOCALES } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";
import { requestContext } from "@/lib/web/request-context";

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers the language in this browser, and in the profile of whoever chose one there; the page is rendered anew. */
export async function chooseLocaleAction(locale: Locale): Promise<void> {
  if (!LOCALES.includes(locale)) return;
  (await cookies()).set(LOCALE_COOKIE, locale, {
    path: "/",
    maxAge: A_YEAR_SECONDS,
    sameSite: "lax",
  });
  const ctx = await requestContext();
  if (ctx.actor.kind === "user") await chooseLocale(ctx, { locale });
}
