import { defineConfig } from "oxlint";
import type { OxlintOverride } from "oxlint";

/** Domains stand in a row; each may import only from its left. */
const DOMAINS = [
  "access",
  "sandbox-control",
  "audit",
  "people",
  "idempotency",
  "webhooks",
  "wechat-state",
  "platforms",
  "mini-programs",
  "quota",
  "campaigns",
  "scenes",
  "codes",
  "sheets",
  "batches",
  "scans",
  "packs",
  "rooms",
];

const FRAMEWORK = ["next", "next/*", "next-auth", "next-auth/*", "next-intl", "react", "react/*"];
const EDGES = [
  "@/app/*",
  "@/components/*",
  "@/lib/web/*",
  "@/lib/api/*",
  "@/lib/worker/*",
  "@/lib/gate/*",
  "@/lib/testing/*",
];
const ENGINES = ["pg-boss", "@prisma/*", "@/lib/db/generated/*"];

interface Zone {
  /** Files the arrow starts from. */
  files: string[];
  /** What they must not import, and why. */
  group: string[];
  message: string;
  /** Types cost nothing at run time and may point the other way where a zone says so. */
  allowTypes?: boolean;
}

const domainZones: Zone[] = DOMAINS.map((domain, place) => ({
  files: [`lib/${domain}/**`],
  group: [
    ...FRAMEWORK,
    ...EDGES,
    "@/lib/sandbox/*",
    "pg-boss",
    ...DOMAINS.slice(place + 1).map((right) => `@/lib/${right}/*`),
  ],
  message: `lib/${domain} knows neither the framework nor the domains to its right.`,
}));

const ZONES: Zone[] = [
  ...domainZones,
  {
    files: ["lib/core/**"],
    group: [...FRAMEWORK, ...ENGINES, "@/lib/*", "!@/lib/core/*"],
    message: "lib/core is the ground: it imports nothing of ours.",
    allowTypes: true,
  },
  {
    files: ["lib/db/**"],
    group: [...FRAMEWORK, ...EDGES, "pg-boss", ...DOMAINS.map((domain) => `@/lib/${domain}/*`)],
    message: "lib/db knows no domain.",
  },
  {
    files: ["lib/queue/**", "lib/storage/**", "lib/net/**"],
    group: [...FRAMEWORK, ...EDGES, ...DOMAINS.map((domain) => `@/lib/${domain}/*`)],
    message: "Queue, storage and net know no domain.",
  },
  {
    files: ["lib/wechat/**"],
    group: ["@/**", ...FRAMEWORK, ...ENGINES, "pg", "pino", "**/sandbox/*"],
    message: "lib/wechat stands alone: Node, undici, zod and an XML parser.",
  },
  {
    files: ["lib/sandbox/**"],
    group: ["@/**", ...FRAMEWORK, ...ENGINES, "pg", "pino", "undici", "**/wechat/*"],
    message: "lib/sandbox stands alone; it meets lib/wechat over HTTP only.",
  },
  {
    files: ["lib/worker/**"],
    group: [...FRAMEWORK, "@/app/*", "@/components/*", "@/lib/web/*", "@/lib/sandbox/*"],
    message: "The worker is a process without a browser.",
  },
  {
    files: ["lib/gate/**"],
    group: [
      ...FRAMEWORK,
      ...ENGINES,
      "@/app/*",
      "@/components/*",
      "@/lib/web/*",
      "@/lib/worker/*",
      "@/lib/runtime",
      "@/lib/queue/*",
      "@/lib/sandbox/*",
    ],
    message:
      "The gate is the public process: it knows no framework and reaches little of the house.",
  },
  {
    files: ["lib/api/**"],
    group: [
      "next",
      "next/*",
      "next-auth",
      "react",
      "react/*",
      ...ENGINES,
      "@/app/*",
      "@/components/*",
      "@/lib/worker/*",
      "@/lib/sandbox/*",
    ],
    message: "The API is an edge of its own: HTTP in, verbs behind it, no pages.",
  },
  {
    files: ["lib/web/**"],
    group: [
      ...ENGINES,
      "@/app/*",
      "@/components/*",
      "@/lib/api/*",
      "@/lib/worker/*",
      "@/lib/sandbox/*",
    ],
    message: "lib/web is the edge between Next and the domains.",
  },
  {
    files: ["components/**"],
    group: [
      "@/app/*",
      ...ENGINES,
      "@/lib/*/*",
      "!@/lib/*/schema",
      "!@/lib/*/*-schema",
      "!@/lib/access/roles",
      "!@/lib/audit/action-kinds",
      "!@/lib/audit/entry-act",
      "!@/lib/audit/entry-sentence",
      "!@/lib/audit/entry-who",
      "!@/lib/audit/recorded-value",
      "!@/lib/core/csv-row",
      "!@/lib/i18n/locales",
      "!@/lib/packs/verify",
      "@/lib/packs/verify/*",
      "!@/lib/packs/verify/check-pack",
      "!@/lib/wechat/limits",
    ],
    message: "Components get data and actions as props; of lib they see schemas and types only.",
    allowTypes: true,
  },
  {
    files: ["app/**"],
    group: [...ENGINES, "@/lib/db/*", "@/lib/queue/*", "@/lib/storage/*", "@/lib/sandbox/*"],
    message: "Routes call verbs; they do not reach below them.",
  },
];

/** Tests may reach across: they put real parts together. */
function forbid({ files, group, message, allowTypes = false }: Zone): OxlintOverride {
  const patterns = [{ group, message, allowTypeImports: allowTypes }];
  return {
    files,
    excludeFiles: ["**/*.test.ts"],
    rules: { "no-restricted-imports": ["error", { patterns }] },
  };
}

export default defineConfig({
  plugins: ["typescript", "import", "unicorn", "react", "jsx-a11y", "promise"],
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: ["lib/db/generated/**", ".next/**", "node_modules/**", "public/**"],
  rules: {
    "no-console": "error",
    "max-lines": ["error", { max: 300, skipBlankLines: false, skipComments: false }],
    "max-lines-per-function": ["error", { max: 60 }],
    "import/no-cycle": "error",
    "import/no-named-as-default": "off",
    "import/no-named-as-default-member": "off",
    "import/no-unassigned-import": "off",
    "react/react-in-jsx-scope": "off",
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/ban-ts-comment": "error",
    "unicorn/filename-case": ["error", { case: "kebabCase" }],
    "unicorn/no-array-sort": "error",
    // react-hook-form's field.ref is a callback it hands out for rendering, not a React ref.
    "react/refs": "off",
    // A live region is a block here, and <output> may only hold phrases.
    "jsx-a11y/prefer-tag-over-role": "off",
    // A region that scrolls must take the focus, or the keyboard cannot scroll it.
    "jsx-a11y/no-noninteractive-tabindex": "off",
    // One verb per file: a name that repeats the outer one is usually the clearest.
    "no-shadow": "off",
  },
  overrides: [
    {
      files: ["**/*.tsx"],
      rules: { "max-lines-per-function": ["error", { max: 120 }] },
    },
    {
      files: ["**/*.test.ts", "e2e/**", "bench/**"],
      rules: { "max-lines-per-function": "off" },
    },
    {
      files: ["lib/testing/fail-on-console.ts"],
      rules: { "no-console": "off" },
    },
    ...ZONES.map(forbid),
  ],
});
