import pino from "pino";

const SECRET_KEYS = [
  "secret",
  "password",
  "passwordHash",
  "token",
  "accessToken",
  "access_token",
  "appsecret",
  "authorization",
  "cookie",
];

/** Options of every logger: JSON lines, secrets censored down to three levels. */
export const LOG_OPTIONS: pino.LoggerOptions = {
  level: "info",
  redact: {
    paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
    censor: "[redacted]",
  },
  timestamp: pino.stdTimeFunctions.isoTime,
};

const KEPT_BYTES = 1024 * 1024;

/**
 * Lines as they come. What cannot be written, on a full disk for instance, is kept for later, the first MiB of it, and
 * stops nobody: a log that throws ends the process it should tell of.
 */
const stdout = pino.destination({ fd: 1, sync: true, maxLength: KEPT_BYTES });
stdout.on("error", () => undefined);

/** The process's logger, on stdout. `openRuntime` sets its level from the environment. */
export const log = pino(LOG_OPTIONS, stdout);
