interface PagePolicy {
  /** Drawn anew for every page; scripts that bear it are ours. */
  nonce: string;
  /** Where forms may lead besides here: whoever vouches for people. */
  formOrigins: readonly string[];
  isDev: boolean;
}

/**
 * The Content-Security-Policy of a page. Scripts run only with the page's nonce, or when one of them loads another.
 * Styles may stand in the page: React, HeroUI and the charts set `style` attributes, which no nonce can name, and a
 * style runs nothing and reaches nothing here, for pictures and fonts may only come from the desk itself.
 */
export function pagePolicy({ nonce, formOrigins, isDev }: PagePolicy): string {
  const directives = {
    "default-src": ["'none'"],
    // React's development build evaluates the server's stack traces.
    "script-src": [`'nonce-${nonce}'`, "'strict-dynamic'", ...(isDev ? ["'unsafe-eval'"] : [])],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(isDev ? ["ws:"] : [])],
    "manifest-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'", ...formOrigins],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}
