/**
 * Preloaded into every part: ends it when the process that started it is gone, even by `kill -9`.
 * The IPC channel closes with the parent; nothing has to be polled.
 */
import { isMainThread } from "node:worker_threads";

const GRACE_MS = 3000;

// What a part forks has a channel of its own, which must be left as it is.
const isPart = process.env.MINTDESK_PARENT === String(process.ppid);

if (isMainThread && isPart && process.channel) {
  process.once("disconnect", () => {
    endGroup("SIGTERM");
    setTimeout(() => endGroup("SIGKILL"), GRACE_MS).unref();
  });
  // Listening must not keep a part alive that has finished its work.
  process.channel.unref();
}

/**
 * A part leads its own process group; what it started goes with it.
 * @param {NodeJS.Signals} signal
 */
function endGroup(signal) {
  try {
    process.kill(-process.pid, signal);
  } catch {
    process.kill(process.pid, signal);
  }
}
