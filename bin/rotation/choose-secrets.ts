import { randomBytes } from "node:crypto";
import { readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { isWeakSecret } from "@/lib/core/is-weak-secret";
import { errorCode, PlainError } from "../bootstrap/plain-error.mjs";
import { readOrCreate } from "../supervisor/read-or-create";

const SECRET_BYTES = 32;

/** The two secrets of a change. */
export type SecretChange = {
  oldSecret: string;
  newSecret: string;
  /** To be called once everything lies under the new one: keeps it, and gives what is left to do. */
  finish: () => Promise<string>;
};

/**
 * Finds the secret in use and the one to come: MINTDESK_NEW_SECRET, else a new one. That one is kept beside the old
 * one before anything is changed, so that a change that broke off can be carried on.
 */
export async function chooseSecrets(
  env: Record<string, string | undefined>,
  dataDir: string,
): Promise<SecretChange> {
  return env.MINTDESK_SECRET
    ? chooseByVariable(env.MINTDESK_SECRET, env.MINTDESK_NEW_SECRET)
    : chooseByFile(dataDir, env.MINTDESK_NEW_SECRET);
}

function chooseByVariable(oldSecret: string, given: string | undefined): SecretChange {
  if (!given) {
    throw new PlainError("There is no new secret.", {
      cause: "MINTDESK_SECRET is set, so only you can keep the one that takes its place.",
      fix: "set MINTDESK_NEW_SECRET, for instance to what `openssl rand -base64 32` prints, keep it safe, and run this again.",
    });
  }
  return {
    oldSecret,
    newSecret: requireGood(given, oldSecret),
    finish: async () =>
      "Set MINTDESK_SECRET to what MINTDESK_NEW_SECRET is now, wherever a part of Mintdesk runs, then start again.",
  };
}

async function chooseByFile(dataDir: string, given: string | undefined): Promise<SecretChange> {
  const kept = join(dataDir, "secret");
  const next = nextSecretPath(dataDir);
  const oldSecret = await readText(kept);
  if (oldSecret === "") {
    throw new PlainError("There is no secret to change.", {
      cause: `MINTDESK_SECRET is not set, and ${kept} is not there.`,
      fix: "set MINTDESK_SECRET or MINTDESK_DATA_DIR as for `npm start`, then run this again.",
    });
  }
  if (given) requireGood(given, oldSecret);
  const newSecret = await readOrCreate(next, () => given || drawSecret());
  if (given && given !== newSecret) {
    throw new PlainError("An earlier change of the secret broke off.", {
      cause: `it was to become the one in ${next}, and a part of the data may lie under it already.`,
      fix: "run this without MINTDESK_NEW_SECRET, which carries on; then change it once more if you like.",
    });
  }
  return {
    oldSecret,
    newSecret,
    finish: async () => {
      await rename(next, kept);
      return `The new secret is in ${kept}. Backups made before open under the old one only.`;
    },
  };
}

/** Where the secret to come lies while a change is under way. */
export function nextSecretPath(dataDir: string): string {
  return join(dataDir, "secret.next");
}

function drawSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64");
}

function requireGood(secret: string, oldSecret: string): string {
  const bytes = Buffer.from(secret, "base64");
  const isGood = bytes.length === SECRET_BYTES && !isWeakSecret(bytes) && secret !== oldSecret;
  if (isGood) return secret;
  throw new PlainError("MINTDESK_NEW_SECRET cannot be the new secret.", {
    cause: "it is not 32 bytes drawn by lot in base64, or it is the one in use.",
    fix: "set it to what `openssl rand -base64 32` prints, or leave it away when the secret lies in the data folder.",
  });
}

async function readText(path: string): Promise<string> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  }
}
