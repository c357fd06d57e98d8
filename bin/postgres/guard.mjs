/**
 * Stands between the supervisor and PostgreSQL: runs the server, keeps its log, and shuts it down properly
 * when asked to, or when the supervisor is gone, even by `kill -9`.
 * Its one argument is the JSON of a GuardOrder.
 *
 * @typedef {{ command: string, args: string[], env: Record<string, string>, logPath: string,
 *   user: { uid: number, gid: number } | null }} GuardOrder
 */
import { spawn } from "node:child_process";
import { appendFileSync, renameSync, statSync } from "node:fs";

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const FAST_SHUTDOWN_MS = 20_000;
const SHOWN_LINES = 6;

/** @type {GuardOrder} */
const order = JSON.parse(process.argv[2] ?? "{}");
/** @type {string[]} */
let lastLines = [];
let isStopping = false;
let logSize = sizeOf(order.logPath);

const server = spawn(order.command, order.args, {
  cwd: "/",
  env: order.env,
  stdio: ["ignore", "pipe", "pipe"],
  windowsHide: true,
  ...order.user,
});

for (const stream of [server.stdout, server.stderr]) {
  stream.setEncoding("utf8");
  stream.on("data", keep);
}
server.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.on("close", (code, signal) => {
  if (!isStopping) process.stderr.write(lastLines.map((line) => `${line}\n`).join(""));
  // Ends the way the server did, so that the supervisor names the true reason.
  if (signal !== null) process.kill(process.pid, signal);
  process.exitCode = code ?? 1;
  if (process.connected) process.disconnect();
});

for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP"])) {
  process.on(signal, stop);
}
process.on("SIGQUIT", stopAtOnce);
process.once("disconnect", () => server.exitCode === null && stop());
process.channel?.unref();

// PostgreSQL's "fast" shutdown: open transactions are rolled back, everything else is written.
function stop() {
  if (isStopping) return;
  isStopping = true;
  server.kill("SIGINT");
  setTimeout(stopAtOnce, FAST_SHUTDOWN_MS).unref();
}

// The "immediate" one: the next start recovers from the write-ahead log.
function stopAtOnce() {
  isStopping = true;
  server.kill(process.platform === "win32" ? "SIGKILL" : "SIGQUIT");
}

/** @param {string} text */
function keep(text) {
  lastLines = [...lastLines, ...text.split("\n").filter(isTelling)].slice(-SHOWN_LINES);
  // A log that cannot be written must not take the database down with it.
  try {
    if (logSize > LOG_LIMIT_BYTES) {
      renameSync(order.logPath, `${order.logPath}.1`);
      logSize = 0;
    }
    appendFileSync(order.logPath, text, { mode: 0o600 });
    logSize += Buffer.byteLength(text);
  } catch {}
}

// What a client did wrong is in the log; only what ends the server explains its end.
/** @param {string} line */
function isTelling(line) {
  return /\b(FATAL|PANIC|HINT|DETAIL):/.test(line) || (line !== "" && !/\b[A-Z]+: {2}/.test(line));
}

/** @param {string} path */
function sizeOf(path) {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
