"use client";

import { I18nProvider, RouterProvider, Toast } from "@heroui/react";
import { useRouter } from "next/navigation";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { THEME_STORAGE_KEY } from "@/components/layout/theme-storage-key";

interface BrowserProvidersProps {
  locale: string;
  nonce: string;
  children: ReactNode;
}

/** Theme, language and links for HeroUI, and the place where toasts appear. */
export function BrowserProviders({ locale, nonce, children }: BrowserProvidersProps) {
  const router = useRouter();
  return (
    <ThemeProvider
      attribute={["class", "data-theme"]}
      defaultTheme="system"
      disableTransitionOnChange
      enableSystem
      nonce={nonce}
      storageKey={THEME_STORAGE_KEY}
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
