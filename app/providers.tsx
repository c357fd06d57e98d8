import { NextIntlClientProvider } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { BrowserProviders } from "@/components/layout/browser-providers";
import { QueryProvider } from "@/components/query/query-provider";

interface ProvidersProps {
  locale: string;
  /** What a script in the page has to bear. */
  nonce: string;
  children: ReactNode;
}

/** Everything the screens take for granted: words, theme, links, cached reads, URL state. */
export function Providers({ locale, nonce, children }: ProvidersProps) {
  return (
    <NextIntlClientProvider>
      <BrowserProviders locale={locale} nonce={nonce}>
        <QueryProvider>
          <NuqsAdapter>{children}</NuqsAdapter>
        </QueryProvider>
      </BrowserProviders>
    </NextIntlClientProvider>
  );
}
