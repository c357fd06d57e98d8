import createNextIntlPlugin from "next-intl/plugin";

const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

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
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
};

export default createNextIntlPlugin("./lib/web/i18n-request.ts")(config);
