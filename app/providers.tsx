import { NextIntlClientProvider } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { BrowserProviders } from "@/components/layout/browser-providers";
import { QueryProvider } from "@/components/query/query-provider";

/** Everything the screens take for granted: words, theme, links, cached reads, URL state. */
export function Providers({ locale, children }: { locale: string; children: ReactNode }) {
  return (
    <NextIntlClientProvider>
      <BrowserProviders locale={locale}>
        <QueryProvider>
          <NuqsAdapter>{children}</NuqsAdapter>
        </QueryProvider>
      </BrowserProviders>
    </NextIntlClientProvider>
  );
}
