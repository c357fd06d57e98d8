import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const MAX_BUFFER = 256 * 1024 * 1024;

const PYTHON = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    bad = archive.testzip() if sys.argv[2] == "test" else None
    files = [[i.filename, i.file_size, list(i.date_time), i.header_offset] for i in archive.infolist()]
print(json.dumps({"bad": bad, "files": files}))
`;

export interface SeenByPython {
  /** The first file that is not whole. */
  bad: string | null;
  /** Name, size, date and time, and where its record begins. */
  files: [string, number, number[], number][];
}

/** What Python's zipfile makes of it; testing reads every byte. */
export async function askPython(file: string, what: "test" | "list"): Promise<SeenByPython> {
  return JSON.parse(await print("python3", ["-c", PYTHON, file, what])) as SeenByPython;
}

/** `unzip -t`, of everything or of some files; rejects for whatever it finds fault with. */
export async function askUnzip(file: string, only: readonly string[] = []): Promise<string> {
  return print("unzip", ["-t", file, ...only]);
}

/** `7z t`; rejects for whatever it finds fault with. */
export async function ask7z(file: string): Promise<string> {
  return print("7z", ["t", "-bso1", "-bsp0", file]);
}

/** Names and sizes as 7z lists them. */
export async function listWith7z(file: string): Promise<[string, number][]> {
  const [, listed = ""] = (await print("7z", ["l", "-slt", file])).split("----------\n");
  return [...listed.matchAll(/^Path = (.*)\n(?:.*\n)*?Size = (\d+)$/gm)].map(
    ([, name = "", size = ""]) => [name, Number(size)],
  );
}

/** Unpacks into a folder, which makes files of the names. */
export async function unpack(file: string, folder: string): Promise<void> {
  await print("unzip", ["-q", file, "-d", folder]);
}

async function print(command: string, args: string[]): Promise<string> {
  const { stdout } = await run("/usr/bin/env", ["LC_ALL=C.UTF-8", command, ...args], {
    maxBuffer: MAX_BUFFER,
  });
  return stdout;
}
