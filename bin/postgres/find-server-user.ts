import { stat } from "node:fs/promises";
import { PlainError } from "../bootstrap/plain-error.mjs";
import { runQuietly } from "../bootstrap/run-quietly.mjs";

/** Who runs the server; numbers as the system knows them. */
export type ServerUser = { uid: number; gid: number };

const NAME = "postgres";

/**
 * PostgreSQL refuses to run as root. For root this gives the owner of an existing cluster,
 * else the system user `postgres`, made when missing. `null` means: run as ourselves.
 */
export async function findServerUser(clusterDir: string): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  const cluster = await stat(clusterDir).catch(() => null);
  if (cluster !== null && cluster.uid !== 0) return { uid: cluster.uid, gid: cluster.gid };
  const user = (await lookUp()) ?? ((await create()) ? await lookUp() : null);
  if (user !== null) return user;
  throw new PlainError("PostgreSQL cannot be started as root.", {
    cause: "it refuses to run as root, and a system user `postgres` could not be made for it.",
    fix: "start as an ordinary user, or make a system user named `postgres`.",
  });
}

async function lookUp(): Promise<ServerUser | null> {
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map(async (flag) => {
      const { code, output } = await runQuietly("id", [flag, NAME]);
      return code === 0 ? Number(output.trim()) : Number.NaN;
    }),
  );
  return uid !== undefined && gid !== undefined && uid > 0 && gid >= 0 ? { uid, gid } : null;
}

async function create(): Promise<boolean> {
  const shell = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  if ((await runQuietly("useradd", [...shell, NAME])).code === 0) return true;
  return (await runQuietly("adduser", ["-S", "-D", "-H", NAME])).code === 0;
}
