import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PlainError } from "../bootstrap/plain-error.mjs";
import { runQuietly } from "../bootstrap/run-quietly.mjs";
import { findServerUser, type ServerUser } from "./find-server-user";

/** Where the server's programs and its data lie, and who runs it. */
export type Place = {
  /** Holds bin/, lib/ and share/. */
  programs: string;
  /** PGDATA; may not exist yet, its parent does. */
  cluster: string;
  user: ServerUser | null;
};

const SHARED_ROOT = "/var/lib/mintdesk";

/**
 * Finds a place the server's user can enter. Only root needs this: its server runs as another user, and a clone
 * or data folder below a closed home is then moved out of, to /var/lib/mintdesk. An existing cluster is never left behind.
 */
export async function choosePlace(
  dataDir: string,
  packaged: string,
  sharedRoot = SHARED_ROOT,
): Promise<Place> {
  const inside = join(dataDir, "postgres");
  const id = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  const outside = join(sharedRoot, id, "postgres");
  const known = [inside, outside].find((path) => existsSync(join(path, "PG_VERSION")));
  const user = await findServerUser(known ?? inside);
  if (user === null) return { programs: packaged, cluster: inside, user };
  const programs = (await canEnter(user, join(packaged, "bin")))
    ? packaged
    : await copyPrograms(packaged, sharedRoot);
  if (known === outside) return { programs, cluster: outside, user };
  if (await canEnter(user, dataDir)) return { programs, cluster: inside, user };
  if (known === undefined) {
    await mkdir(join(sharedRoot, id), { recursive: true, mode: 0o755 });
    return { programs, cluster: outside, user };
  }
  throw new PlainError("The database cannot be reached by its own user.", {
    cause: `the user with number ${user.uid}, who owns ${inside}, may not enter the folders above it.`,
    fix: `open them for passing through (chmod o+x), or start as the user who owns the database.`,
  });
}

/** Whether a user may pass into a folder, asked of the system itself by acting as that user. */
export async function canEnter(user: ServerUser, path: string): Promise<boolean> {
  const { code } = await runQuietly("/bin/sh", ["-c", 'cd "$1"', "sh", path], {
    cwd: "/",
    ...user,
  });
  return code === 0;
}

async function copyPrograms(packaged: string, sharedRoot: string): Promise<string> {
  const target = join(sharedRoot, `postgresql-${await readVersion(packaged)}`);
  if (existsSync(target)) return target;
  await mkdir(sharedRoot, { recursive: true, mode: 0o755 });
  // Copied aside and renamed, so that a copy cut short is never taken for a whole one.
  const partial = `${target}.${process.pid}`;
  await cp(packaged, partial, { recursive: true, verbatimSymlinks: true });
  await chmod(partial, 0o755);
  await rename(partial, target).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  });
  return target;
}

async function readVersion(packaged: string): Promise<string> {
  const manifest: unknown = JSON.parse(
    await readFile(join(packaged, "..", "package.json"), "utf8"),
  );
  const isNamed = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return isNamed ? String(manifest.version) : "unknown";
}
