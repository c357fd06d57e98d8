import { spawn } from "node:child_process";
import { ROOT } from "./paths.mjs";

const NPM_POLL_MS = 500;

/**
 * Lets a child take this process's place: same terminal, same signals, same end.
 * The IPC channel tells the child when this process is gone, whatever ended it.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} exit code, 128 + n when a signal ended the child
 */
export function handOver(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...env, MINTDESK_PARENT: String(process.pid) },
      stdio: ["inherit", "inherit", "inherit", "ipc"],
    });
    // A terminal sends Ctrl-C to both processes; passing it on would make it two.
    process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
    for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP", "SIGQUIT"])) {
      process.on(signal, () => child.kill(signal));
    }
    watchNpm(() => child.kill("SIGTERM"));
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? SIGNAL_CODES[signal ?? ""] ?? 1));
  });
}

/**
 * npm passes a signal on to the shell it runs us in, which ends without telling us.
 * @param {() => void} onGone
 */
function watchNpm(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, NPM_POLL_MS);
  timer.unref();
}

/** @type {Record<string, number>} */
const SIGNAL_CODES = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGKILL: 137, SIGTERM: 143 };
