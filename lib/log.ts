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

/** The process's logger, on stdout. `openRuntime` sets its level from the environment. */
export const log = pino(LOG_OPTIONS);
