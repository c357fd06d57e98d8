import { existsSync } from "node:fs";

/**
 * How to call npm: the very one that called us when there is one, else the one on PATH.
 * The Node it runs under must not lie in node_modules, which npm is about to replace.
 * @returns {{ command: string, args: string[] }}
 */
export function findNpm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script && /npm-cli\.[cm]?js$/.test(script) && node && existsSync(node)) {
    return { command: node, args: [script] };
  }
  return process.platform === "win32"
    ? { command: "cmd.exe", args: ["/d", "/s", "/c", "npm"] }
    : { command: "npm", args: [] };
}
