import path from "node:path";
import { z } from "zod";
import { isWeakSecret } from "@/lib/core/is-weak-secret";
import { missingOidcVariables, OIDC_VARIABLES, oidcSettings } from "@/lib/core/oidc-settings";
import type { OidcSettings } from "@/lib/core/oidc-settings";
import { readProxyTrust } from "@/lib/core/proxy-trust.mjs";

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);

/** How often somebody may ask the gate in a minute. */
const perMinute = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

const hostList = z
  .string()
  .default("")
  .transform((text) => text.split(",").flatMap((host) => host.trim().toLowerCase() || []))
  .refine((hosts) => hosts.every((host) => /^[a-z0-9.-]+(:\d{1,5})?$/.test(host)), {
    error: "must be host names, with a port if need be, separated by commas",
  });

const proxyTrust = z
  .string()
  .default("off")
  .transform((text, issues) => {
    try {
      return readProxyTrust(text);
    } catch (error) {
      issues.addIssue(error instanceof Error ? error.message : String(error));
      return z.NEVER;
    }
  });

const EnvSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: z.string({
    error: "set the PostgreSQL address, or use `npm start`, which brings its own database",
  }),
  PORT: port(3000),
  SANDBOX_PORT: port(8901),
  GATE_PORT: port(3001),
  MINTDESK_URL: z.url().optional(),
  MINTDESK_GATE_URL: z.url().optional(),
  MINTDESK_TRUST_PROXY: proxyTrust,
  GATE_DATABASE_URL: z.string().optional(),
  GATE_ADDRESS_PER_MINUTE: perMinute(1_200),
  GATE_MISSES_PER_MINUTE: perMinute(60),
  GATE_MINI_PROGRAM_PER_MINUTE: perMinute(30_000),
  MINTDESK_SECRET: z
    .string({ error: "set 32 random bytes in base64, for instance from `openssl rand -base64 32`" })
    .refine((text) => Buffer.from(text, "base64").length === 32, {
      error: "must be exactly 32 bytes in base64, for instance from `openssl rand -base64 32`",
    })
    .refine((text) => !isWeakSecret(Buffer.from(text, "base64")), {
      error: "can be guessed: it was not drawn by lot; take one from `openssl rand -base64 32`",
    }),
  MINTDESK_DATA_DIR: z.string().default("./data"),
  MINTDESK_ADMIN_EMAIL: z.email().optional(),
  MINTDESK_ADMIN_PASSWORD: z.string().min(8).optional(),
  MINTDESK_SANDBOX: z.enum(["on", "off"]).default("on"),
  WECHAT_API_BASE: z.url().default("https://api.weixin.qq.com"),
  MINTDESK_WECHAT_HOSTS: hostList,
  MINTDESK_TOKEN_SERVER_HOSTS: hostList,
  MINTDESK_WEBHOOK_HOSTS: hostList,
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be smtp:// or smtps://" }).optional(),
  MINTDESK_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]*$/, {
      error: "must be an address, such as Mintdesk <desk@company.com>",
    })
    .optional(),
  WECHAT_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(15_000),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal"]).default("info"),
  ...OIDC_VARIABLES,
});

export type Env = z.infer<typeof EnvSchema> & {
  /** Public address of the desk, without a trailing slash. */
  publicUrl: string;
  /** Public address of the gate, without a trailing slash. */
  gateUrl: string;
  /** Absolute path of the data folder. */
  dataDir: string;
  /** Hosts besides WeChat's own that mini programs may be called at. */
  wechatHosts: readonly string[];
  /** Hosts inside the company's network that may be named as token servers. */
  tokenServerHosts: readonly string[];
  /** Hosts inside the company's network that webhooks may lead to. */
  webhookHosts: readonly string[];
  /** Where the sandbox listens. */
  sandboxUrl: string;
  /** The company's identity provider; null: people sign in by password only. */
  oidc: OidcSettings | null;
};

/** Reads every setting at once; throws one error that lists all problems. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = EnvSchema.safeParse(withoutEmpty(source));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `  ${issue.path.join(".")}: ${issue.message}`,
    );
    throw new Error(`The environment is not usable:\n${problems.join("\n")}`);
  }
  const values = parsed.data;
  const missing = missingOidcVariables(values);
  if (missing.length > 0) {
    throw new Error(
      `The environment is not usable:\n  ${missing.join(", ")}: set these too, or none that begin with OIDC_`,
    );
  }
  return {
    ...values,
    publicUrl: withoutSlash(values.MINTDESK_URL ?? `http://localhost:${values.PORT}`),
    gateUrl: withoutSlash(values.MINTDESK_GATE_URL ?? `http://localhost:${values.GATE_PORT}`),
    dataDir: path.resolve(/* turbopackIgnore: true */ values.MINTDESK_DATA_DIR),
    wechatHosts: values.MINTDESK_WECHAT_HOSTS,
    tokenServerHosts: values.MINTDESK_TOKEN_SERVER_HOSTS,
    webhookHosts: values.MINTDESK_WEBHOOK_HOSTS,
    sandboxUrl: `http://127.0.0.1:${values.SANDBOX_PORT}`,
    oidc: oidcSettings(values),
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}

function withoutEmpty(source: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
}

let cached: Env | undefined;

/** The settings of this process, read on first use (a build has none). */
export function env(): Env {
  if (!cached) {
    cached = parseEnv(process.env);
    // next-auth reads its public address from here and from nowhere else.
    process.env.NEXTAUTH_URL ??= cached.publicUrl;
  }
  return cached;
}
