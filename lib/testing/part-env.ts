import type { Env } from "@/lib/env";

/** The environment of a process that works on the desk of a test's runtime. */
export function partEnv(env: Env): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    NODE_ENV: "test",
    DATABASE_URL: env.DATABASE_URL,
    MINTDESK_SECRET: env.MINTDESK_SECRET,
    MINTDESK_DATA_DIR: env.dataDir,
    SANDBOX_PORT: String(env.SANDBOX_PORT),
    WECHAT_TIMEOUT_MS: String(env.WECHAT_TIMEOUT_MS),
    LOG_LEVEL: "fatal",
  };
}
