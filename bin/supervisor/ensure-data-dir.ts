import { access, constants, mkdir, realpath, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode, PlainError } from "../bootstrap/plain-error.mjs";

const NEEDED_BYTES = 64 * 1024 * 1024;

/**
 * Makes sure the data folder exists, can be written and has room; returns its real path.
 * Others may pass through it (root's database runs as another user) but not list it.
 */
export async function ensureDataDir(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    const found = await realpath(path);
    await access(found, constants.R_OK | constants.W_OK | constants.X_OK);
    const probe = join(found, `.probe-${process.pid}`);
    try {
      await writeFile(probe, Buffer.alloc(4096), { flush: true });
    } finally {
      await rm(probe, { force: true });
    }
    const { bavail, bsize } = await statfs(found);
    if (bavail * bsize < NEEDED_BYTES) throw tooFull(path);
    return found;
  } catch (error) {
    throw error instanceof PlainError ? error : explain(path, error);
  }
}

/** Words for what the system said about a data folder. */
export function explain(path: string, error: unknown): PlainError {
  const code = errorCode(error);
  if (code === "ENOSPC" || code === "EDQUOT") return tooFull(path);
  const causes: Record<string, string> = {
    EACCES: "this user may not write there.",
    EPERM: "this user may not write there.",
    EROFS: "it lies on a file system that is mounted read-only.",
    ENOTDIR: "it, or a folder above it, is a file.",
    EEXIST: "there is a file of that name.",
  };
  return new PlainError(`The data folder ${path} cannot be used.`, {
    cause: causes[code] ?? (error instanceof Error ? error.message : String(error)),
    fix: "give it to this user (chown, chmod, remount), or choose another with MINTDESK_DATA_DIR=/path npm start",
  });
}

function tooFull(path: string): PlainError {
  return new PlainError(`The data folder ${path} has no room.`, {
    cause: "the disk is full or nearly full (less than 64 MB are free).",
    fix: "free some space, or choose another disk with MINTDESK_DATA_DIR=/path npm start",
  });
}
