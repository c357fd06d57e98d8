import { PlainError } from "./plain-error.mjs";

const NEEDED = [20, 9];

/**
 * Refuses a Node that is too old to install and start the rest.
 * @param {string} [version] such as "20.9.0"
 */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  throw new PlainError("This Node is too old.", {
    cause: `it is ${version}; 20.9 or newer is needed to begin (Node 24 is then installed by itself).`,
    fix: "install a newer Node, then start again.",
  });
}
