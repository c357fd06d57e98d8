import { randomInt } from "node:crypto";

/** No 0/O, 1/I/l: the scene is read aloud and typed by people. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";
const LENGTH = 20;

/** A scene nobody can guess: 20 of 56 unmistakable characters, about 116 random bits. */
export function generateScene(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}
