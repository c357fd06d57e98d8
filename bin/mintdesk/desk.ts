import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { openClient } from "./client";
import type { Client } from "./client";
import { UsageError } from "./failures";
import { localeOf } from "./locale";
import { sayIn } from "./say";
import type { Say } from "./say";

/** What every command takes. */
export interface SharedOptions {
  url?: string;
  keyFile?: string;
  json?: boolean;
}

/** What a command works with: the server, and the person or program that called it. */
export interface Desk {
  client: Client;
  say: Say;
  isJson: boolean;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** The result, on standard output: as JSON for programs, in words for people. */
  print(value: unknown, words: () => string): void;
  /** Words beside the result, on standard error. */
  tell(text: string): void;
  /** A file as seen from where the command was called. */
  fileAt(name: string): string;
}

const DEFAULT_URL = "http://127.0.0.1:3000";

export function openDesk(
  options: SharedOptions,
  env: NodeJS.Dict<string>,
  signal: AbortSignal,
): Desk {
  const locale = localeOf(env);
  const say = sayIn(locale);
  const isJson = options.json === true;
  const fileAt = (name: string) => resolve(env.INIT_CWD ?? ".", name);
  const url = readUrl(options.url ?? env.MINTDESK_URL ?? DEFAULT_URL, say);
  const key = readKey(options.keyFile && fileAt(options.keyFile), env, say);
  return {
    client: openClient({ url, key, locale, say, tell, signal }),
    say,
    isJson,
    signal,
    print: (value, words) =>
      void process.stdout.write(`${isJson ? JSON.stringify(value, null, 2) : words()}\n`),
    tell,
    fileAt,
  };
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

function readUrl(told: string, say: Say): string {
  const url = URL.parse(told);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "") {
    throw new UsageError(say("urlWrong", { url: told }));
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

function readKey(file: string | undefined, env: NodeJS.Dict<string>, say: Say): string {
  const key = (file ? readText(file, say) : (env.MINTDESK_API_KEY ?? "")).trim();
  if (key === "") throw new UsageError(say("keyMissing"));
  if (!/^[\x21-\x7e]+$/.test(key)) throw new UsageError(say("keyStrange"));
  return key;
}

function readText(file: string, say: Say): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UsageError(say("fileUnreadable", { file }));
  }
}
