import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { runQuietly } from "../bootstrap/run-quietly.mjs";
import type { Place } from "./choose-place";
import { serverEnv } from "./server-env";

/**
 * Ends a server that outlived its supervisor. Returns whether there was one.
 * After a crash or a reboot the number in postmaster.pid may belong to any program:
 * that file is then removed and the program left alone.
 */
export async function stopStaleServer(place: Place): Promise<boolean> {
  const pidFile = join(place.cluster, "postmaster.pid");
  const content = await readFile(pidFile, "utf8").catch(() => "");
  const pid = Number(content.split("\n")[0]);
  if (!(pid > 0)) return false;
  if (!(await isPostgres(pid))) {
    await rm(pidFile, { force: true });
    return false;
  }
  for (const mode of ["fast", "immediate"]) {
    const { code } = await runQuietly(
      join(place.programs, "bin", "pg_ctl"),
      ["stop", "-D", place.cluster, "-m", mode, "-w", "-t", "20"],
      { cwd: "/", env: serverEnv(), ...place.user },
    );
    if (code === 0) break;
  }
  return true;
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === "win32") {
    const { output } = await runQuietly("tasklist", ["/FI", `PID eq ${pid}`]);
    return output.includes("postgres");
  }
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(async () => {
    const { output } = await runQuietly("ps", ["-p", String(pid), "-o", "command="]);
    return output;
  });
  return command.includes("postgres");
}
