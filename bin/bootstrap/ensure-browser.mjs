import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { canInstall, installPackages } from "./install-packages.mjs";
import { inRoot, NODE } from "./paths.mjs";
import { PlainError } from "./plain-error.mjs";
import { runQuietly } from "./run-quietly.mjs";
import { showStep } from "./show-step.mjs";
import { toolEnv } from "./tool-env.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC_PATH = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const DOWNLOAD_MS = 3 * 60_000;

/**
 * Finds a Chromium for the browser tests, or brings one: Playwright's own download where its host is reachable,
 * else Debian's package when we are root.
 * @returns {Promise<string>} path of the browser, or "" when Playwright has its own
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found === null) await showStep("Fetching a browser for the tests", fetchBrowser);
  await ensureChineseFont();
  return found ?? findBrowser() ?? "";
}

/** @returns {string | null} "" stands for Playwright's own */
function findBrowser() {
  const chosen = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (chosen && existsSync(chosen)) return chosen;
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const installed = [...paths, MAC_PATH].find((path) => existsSync(path));
  return installed ?? (hasPlaywrightBrowser() ? "" : null);
}

function hasPlaywrightBrowser() {
  const folders = [
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? "",
    join(homedir(), ".cache", "ms-playwright"),
    join(homedir(), "Library", "Caches", "ms-playwright"),
    join(homedir(), "AppData", "Local", "ms-playwright"),
  ];
  return folders.some(
    (folder) =>
      folder !== "" &&
      existsSync(folder) &&
      readdirSync(folder).some((name) => name.startsWith("chromium")),
  );
}

async function fetchBrowser() {
  const playwright = inRoot("node_modules", "@playwright", "test", "cli.js");
  const own = await runQuietly(NODE, [playwright, "install", "chromium"], {
    env: toolEnv(process.env),
    timeoutMs: DOWNLOAD_MS,
  });
  if (own.code === 0) return;
  const debian = await installPackages(["chromium", "fonts-noto-cjk"]);
  if (debian.code === 0) return;
  throw new PlainError("There is no browser for the browser tests.", {
    cause: "none is installed, and neither Playwright's download nor apt-get could bring one.",
    fix: "install Chromium or Chrome, or name one: PLAYWRIGHT_CHROMIUM_PATH=/path/to/chromium npm test",
    output: `${own.output}\n${debian.output}`.slice(-4000),
  });
}

// Without it Chinese text is drawn as boxes; no test depends on that, screenshots do.
async function ensureChineseFont() {
  const fonts = await runQuietly("fc-list", [":lang=zh"]);
  if (fonts.code !== 0 || fonts.output.trim() !== "" || !canInstall()) return;
  await showStep("Installing a Chinese font", () => installPackages(["fonts-noto-cjk"]));
}
