import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode, PlainError } from "../bootstrap/plain-error.mjs";
import { runQuietly } from "../bootstrap/run-quietly.mjs";
import type { Place } from "./choose-place";
import { serverEnv } from "./server-env";

/** The only PostgreSQL the embedded programs can open. */
const MAJOR_VERSION = "17";

export const SUPERUSER = "mintdesk";

// Chinese text is only searchable by trigram when the locale knows its characters as letters: never plain C.
const LOCALES = [["--locale=C.UTF-8"], ["--lc-collate=C", "--lc-ctype=en_US.UTF-8"]];

/** Makes the database files once. They appear under their name only when whole. */
export async function createCluster(place: Place, password: string): Promise<void> {
  const version = await readVersion(place.cluster);
  if (version !== null) return checkVersion(place.cluster, version);
  const partial = `${place.cluster}.new`;
  const passwordFile = `${place.cluster}.password`;
  await rm(partial, { recursive: true, force: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    if (place.user) await chown(passwordFile, place.user.uid, place.user.gid);
    await runInitdb(place, partial, passwordFile);
    await rename(partial, place.cluster);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(partial, { recursive: true, force: true });
  }
}

async function runInitdb(place: Place, target: string, passwordFile: string): Promise<void> {
  let output = "";
  for (const locale of LOCALES) {
    await rm(target, { recursive: true, force: true });
    await mkdir(target, { mode: 0o700 });
    if (place.user) await chown(target, place.user.uid, place.user.gid);
    const result = await runQuietly(
      join(place.programs, "bin", "initdb"),
      [
        "-D",
        target,
        "-U",
        SUPERUSER,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        ...locale,
        "--no-instructions",
      ],
      { cwd: "/", env: serverEnv(), ...place.user },
    );
    if (result.code === 0) return;
    output = result.output;
    if (!/locale/i.test(output)) break;
  }
  throw new PlainError("The database could not be created.", { ...explain(output), output });
}

function explain(output: string): { cause: string; fix: string } {
  if (/No space left/i.test(output)) {
    return { cause: "the disk is full.", fix: "free about 500 MB, then start again." };
  }
  if (/locale/i.test(output)) {
    return {
      cause: "this system has no UTF-8 locale (neither C.UTF-8 nor en_US.UTF-8).",
      fix: "generate one (on Debian: apt-get install -y locales), or set DATABASE_URL.",
    };
  }
  return {
    cause: "initdb failed; its output is above.",
    fix: "mend that, choose another folder with MINTDESK_DATA_DIR, or set DATABASE_URL.",
  };
}

async function readVersion(cluster: string): Promise<string | null> {
  try {
    return (await readFile(join(cluster, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw new PlainError("The database belongs to another user.", {
      cause: `${cluster} cannot be read by this one.`,
      fix: "start as the user who started it first (perhaps root), or choose another MINTDESK_DATA_DIR.",
    });
  }
}

function checkVersion(cluster: string, version: string): void {
  if (version === MAJOR_VERSION) return;
  throw new PlainError("The database was made by another PostgreSQL.", {
    cause: `${cluster} has version ${version}, this Mintdesk brings version ${MAJOR_VERSION}.`,
    fix: `dump it with PostgreSQL ${version}, move the folder away, start, and restore the dump.`,
  });
}
