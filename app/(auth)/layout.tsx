import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chooseLocaleAction } from "@/app/actions";
import { LanguageSwitch } from "@/components/layout/language-switch";
import { ProductMark } from "@/components/layout/product-mark";
import { ThemeSwitch } from "@/components/layout/theme-switch";
import { CodeMotif } from "@/components/sign-in/code-motif";

const POINTS = ["kept", "price", "log"] as const;

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("signIn");
  return (
    <div className="flex min-h-dvh bg-surface">
      <aside className="relative hidden w-[46%] max-w-3xl flex-col justify-between overflow-hidden border-e border-border bg-background p-12 lg:flex">
        <ProductMark />
        <CodeMotif />
        <div className="relative max-w-md">
          <p className="text-2xl leading-9 font-semibold">{t("heading")}</p>
          <ul className="mt-4 flex flex-col gap-2 text-muted">
            {POINTS.map((point) => (
              <li key={point} className="flex items-center gap-2.5">
                <span aria-hidden className="size-1.5 rounded-full bg-brand" />
                {t(`points.${point}`)}
              </li>
            ))}
          </ul>
        </div>
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex items-center justify-between p-4">
          <span className="lg:invisible">
            <ProductMark />
          </span>
          <span className="flex items-center gap-0.5">
            <LanguageSwitch chooseLocale={chooseLocaleAction} />
            <ThemeSwitch />
          </span>
        </header>
        <main className="grid flex-1 place-items-center px-6 pb-24">{children}</main>
      </div>
    </div>
  );
}
