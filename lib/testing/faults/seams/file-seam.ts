import fs from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { FaultOrder } from "@/lib/testing/faults/failpoints";
import { onPowerCut, reach } from "@/lib/testing/faults/seams/reach";

/** Only the object store's files; the program loader has files of its own. */
const OURS = `${path.sep}objects${path.sep}`;

interface Unsafe {
  /** Written, and not synced. */
  files: Set<string>;
  /** Renamed in a folder that was not synced since. */
  renames: { from: string; to: string }[];
}

/**
 * Stands at the steps of a durable write, keeps account of what a power cut would take, and lets
 * the disk fail.
 */
export async function standAtFiles(disk: FaultOrder["disk"]): Promise<void> {
  const unsafe: Unsafe = { files: new Set(), renames: [] };
  const { promises } = fs;
  const { open, rename, statfs } = promises;
  const names = new WeakMap<object, string>();
  const isFailing = () => disk !== undefined && fs.existsSync(disk.whileFile);

  promises.open = async (...given) => {
    const name = String(given[0]);
    if (given[1] === "wx" && name.includes(OURS)) {
      if (isFailing() && disk?.code === "EROFS") throw failure(disk.code, "open");
      unsafe.files.add(name);
    }
    const handle = await open(...given);
    names.set(handle, name);
    return handle;
  };
  promises.rename = async (from, to) => {
    if (!String(to).includes(OURS)) return rename(from, to);
    reach("beforeRename");
    await rename(from, to);
    if (unsafe.files.delete(String(from))) unsafe.files.add(String(to));
    unsafe.renames.push({ from: String(from), to: String(to) });
    reach("afterRename");
  };
  promises.statfs = (async (...given: Parameters<typeof statfs>) => {
    const found = await statfs(...given);
    return isFailing() && disk?.code === "ENOSPC" ? { ...found, bavail: 0 } : found;
  }) as typeof statfs;
  syncBuiltinESMExports();

  const nameOf = (handle: object) => names.get(handle) ?? "";
  await standAtHandles(unsafe, nameOf, () => (isFailing() && disk ? disk.code : null));
  onPowerCut(() => lose(unsafe));
}

async function standAtHandles(
  unsafe: Unsafe,
  nameOf: (handle: object) => string,
  failingWith: () => "ENOSPC" | "EIO" | "EROFS" | null,
): Promise<void> {
  const handle = await fs.promises.open(fileURLToPath(import.meta.url));
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const { datasync, sync, writeFile } = prototype;
  const noteSynced = (name: string) => {
    unsafe.files.delete(name);
    unsafe.renames = unsafe.renames.filter(({ to }) => path.dirname(to) !== name);
  };
  prototype.datasync = async function (this: FileHandle) {
    if (nameOf(this).includes(OURS)) reach("beforeSync");
    if (failingWith() === "EIO") throw failure("EIO", "fdatasync");
    await Reflect.apply(datasync, this, []);
    noteSynced(nameOf(this));
  };
  prototype.sync = async function (this: FileHandle) {
    await Reflect.apply(sync, this, []);
    noteSynced(nameOf(this));
  };
  prototype.writeFile = async function (this: FileHandle, ...given) {
    const [bytes] = given;
    if (failingWith() !== "ENOSPC" || !(bytes instanceof Uint8Array)) {
      return Reflect.apply(writeFile, this, given);
    }
    // As a full disk does it: a part is there before the error comes.
    await Reflect.apply(writeFile, this, [bytes.subarray(0, bytes.length / 2)]);
    throw failure("ENOSPC", "write");
  };
}

function failure(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: the test's disk, ${syscall}`), { code, syscall });
}

/** The system had not written it yet: names go back, and what was not synced is empty. */
function lose({ files, renames }: Unsafe): void {
  for (const { from, to } of renames.toReversed()) {
    try {
      fs.renameSync(to, from);
      if (files.delete(to)) files.add(from);
    } catch {
      // Another process has removed it since.
    }
  }
  for (const file of files) {
    try {
      fs.truncateSync(file, 0);
    } catch {
      // It never came to be.
    }
  }
}
