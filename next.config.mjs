import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser is not used, and its advisories (two remote code executions) vanish with it.
  images: { unoptimized: true },
  serverExternalPackages: [
    "sharp",
    // Reads its fonts from their package.
    "fontkit",
    "pino",
    "pg",
    "pg-boss",
    "undici",
    "@prisma/client",
    "@prisma/adapter-pg",
  ],
  productionBrowserSourceMaps: false,
};

export default createNextIntlPlugin("./lib/web/i18n-request.ts")(config);
