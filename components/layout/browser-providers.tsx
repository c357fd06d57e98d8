"use client";

import { I18nProvider, RouterProvider, Toast } from "@heroui/react";
import { useRouter } from "next/navigation";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";

/** Theme, language and links for HeroUI, and the place where toasts appear. */
export function BrowserProviders({ locale, children }: { locale: string; children: ReactNode }) {
  const router = useRouter();
  return (
    <ThemeProvider
      attribute={["class", "data-theme"]}
      defaultTheme="system"
      disableTransitionOnChange
      enableSystem
      storageKey="mintdesk-theme"
    >
      <I18nProvider locale={locale}>
        <RouterProvider navigate={router.push}>
          {children}
          <Toast.Provider placement="bottom end" />
        </RouterProvider>
      </I18nProvider>
    </ThemeProvider>
  );
}
