import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installPackages } from "./install-packages.mjs";
import { PlainError } from "./plain-error.mjs";
import { showStep } from "./show-step.mjs";

/** Command and Debian package of each program that packs are checked with. */
const PROGRAMS = [
  { command: "unzip", name: "unzip" },
  { command: "zip", name: "zip" },
  { command: "7z", name: "p7zip-full" },
  { command: "python3", name: "python3" },
];

/** Brings the programs of others that the tests open packs with. */
export async function ensureArchivers() {
  if (lacking().length > 0) {
    await showStep("Installing programs that open ZIP files, for the tests", installLacking);
  }
}

function lacking() {
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  return PROGRAMS.filter(
    ({ command }) => !folders.some((folder) => existsSync(join(folder, command))),
  );
}

async function installLacking() {
  const { output } = await installPackages(lacking().map(({ name }) => name));
  const commands = lacking().map(({ command }) => command);
  if (commands.length === 0) return;
  throw new PlainError(`The tests need ${commands.join(", ")}, which is not installed.`, {
    cause: "packs are opened with other people's programs, and apt-get could not bring them.",
    fix: `install them, on Debian: apt-get install ${lacking()
      .map(({ name }) => name)
      .join(" ")}`,
    output: output.slice(-4000),
  });
}
