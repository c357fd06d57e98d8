import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

import { readSnapshot, writeSnapshot } from "./snapshot";
import type { SandboxState } from "./state";

const PAUSE_MS = 1_000;

/** Keeps what outlives a restart in a file, at most once a second. */
export class StateFile {
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private lastWriteAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly file: string,
    private readonly state: SandboxState,
  ) {}

  /** Takes over what the file holds, and writes every later change. A broken file is put aside. */
  async open(): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true });
    await this.load();
    this.state.onLastingChange = () => this.schedule();
  }

  /** Writes once more. */
  async close(): Promise<void> {
    this.state.onLastingChange = () => {};
    clearTimeout(this.timer);
    this.writing = this.writing.then(() => this.write());
    await this.writing;
  }

  private async load(): Promise<void> {
    try {
      const text = await readFile(this.file, "utf8");
      this.state.restore(readSnapshot(text, this.state.now()));
    } catch (error) {
      if (hasCode(error, "ENOENT")) return;
      const aside = `${this.file}.broken`;
      // Never overwritten in place: a file that cannot even be moved stops the start.
      await rename(this.file, aside);
      complain(`${this.file} could not be read and is now ${aside}`, error);
    }
  }

  private schedule(): void {
    if (this.timer !== undefined) return;
    const delayMs = Math.max(0, this.lastWriteAtMs + PAUSE_MS - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.writing = this.writing.then(() => this.write());
    }, delayMs);
    this.timer.unref();
  }

  /** Never rejects: a full disk must not stop a sandbox that works. */
  private async write(): Promise<void> {
    this.lastWriteAtMs = performance.now();
    try {
      await writeAtomically(this.file, writeSnapshot(this.state));
    } catch (error) {
      complain(`${this.file} could not be written`, error);
    }
  }
}

/** Readers see the old file or the new one. A leftover of a killed process is written over. */
async function writeAtomically(file: string, text: string): Promise<void> {
  const draft = `${file}.tmp`;
  await rm(draft, { force: true });
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

/** One line, without what a message may say on further lines. */
function complain(what: string, error: unknown): void {
  const name = error instanceof Error ? error.name : "error";
  process.stderr.write(`sandbox: ${what} (${name})\n`);
}
