import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import pLimit from "p-limit";

const MEMORY_KIB = 47_104;
const PASSES = 1;
const PARALLELISM = 1;
const TAG_LENGTH = 32;
const PHC_PATTERN =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const argon2Async = promisify(argon2);

// Each hash takes 46 MiB and a core: a flood of sign-ins must queue, not exhaust the machine.
const twoAtOnce = pLimit(2);

interface Parameters {
  memory: number;
  passes: number;
  parallelism: number;
  nonce: Buffer;
  tagLength: number;
}

function derive(password: string, parameters: Parameters): Promise<Buffer> {
  return twoAtOnce(() => argon2Async("argon2id", { message: password, ...parameters }));
}

const base64 = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");

/** Argon2id (46 MiB, one pass) as a PHC string. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive(password, {
    memory: MEMORY_KIB,
    passes: PASSES,
    parallelism: PARALLELISM,
    nonce,
    tagLength: TAG_LENGTH,
  });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${PARALLELISM}$${base64(nonce)}$${base64(tag)}`;
}

/** Compares in constant time; false for a hash of another shape. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce, tag] = PHC_PATTERN.exec(phc) ?? [];
  if (!memory || !passes || !parallelism || !nonce || !tag) return false;
  const expected = Buffer.from(tag, "base64");
  const actual = await derive(password, {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, "base64"),
    tagLength: expected.length,
  });
  return timingSafeEqual(actual, expected);
}
