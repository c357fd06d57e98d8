import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import semver from "semver";
import { describe, expect, it } from "vitest";

interface Locked {
  version: string;
  name?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const floors = read("security-floors.json") as Record<string, { atLeast: string; why: string }>;
const lock = read("package-lock.json") as { packages: Record<string, Locked> };
const locked = Object.entries(lock.packages)
  .filter(([place]) => place !== "")
  .map(([place, entry]) => ({ ...entry, place, isCalled: place.split("node_modules/").at(-1) }));

/** What lies there after the installation; null for what only other systems install. */
function installedAt(place: string): { name: string; version: string } | null {
  const file = path.join(place, "package.json");
  return existsSync(file) ? (read(file) as { name: string; version: string }) : null;
}

describe("the versions that face the network", () => {
  it.each(Object.entries(floors))("have %s above its floor, every copy of it", (name, floor) => {
    expect(semver.valid(floor.atLeast)).toBe(floor.atLeast);
    expect(floor.why).not.toBe("");
    const copies = locked.filter(({ isCalled }) => isCalled === name);
    expect(copies).not.toEqual([]);
    const low = copies.flatMap(({ place, version }) =>
      [version, installedAt(place)?.version ?? version]
        .filter((found) => !semver.gte(found, floor.atLeast))
        .map((found) => `${place} is ${found}`),
    );
    expect(low).toEqual([]);
  });
});

describe("the lockfile", () => {
  it("pins every package by a strong hash, under its own name, from no other place than the registry", () => {
    const odd = locked.filter(
      ({ name, integrity, resolved, link }) =>
        name !== undefined ||
        link !== undefined ||
        !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? "") ||
        !(resolved ?? "https://").startsWith("https://"),
    );
    expect(odd.map(({ place }) => place)).toEqual([]);
  });

  it("is what is installed", () => {
    const others = locked.flatMap(({ place, version, isCalled }) => {
      const found = installedAt(place);
      const isOther = found !== null && (found.version !== version || found.name !== isCalled);
      return isOther ? [`${place}: ${found.name} ${found.version}`] : [];
    });
    expect(others).toEqual([]);
  });

  it("is asked for by exact versions only", () => {
    const { dependencies, devDependencies } = read("package.json") as Record<string, object>;
    const asked = Object.entries({ ...dependencies, ...devDependencies });
    expect(asked.filter(([, range]) => semver.valid(String(range)) === null)).toEqual([]);
  });

  it("passes lockfile-lint, which refuses one that names another place", async () => {
    expect(await lint("package-lock.json")).toBe(0);
    const folder = await mkdtemp(path.join(tmpdir(), "mintdesk-lock-"));
    try {
      const file = path.join(folder, "package-lock.json");
      const pg = { version: "1.0.0", resolved: "http://example.com/pg/-/pg-1.0.0.tgz" };
      const packages = { "": {}, "node_modules/pg": pg };
      await writeFile(file, JSON.stringify({ name: "x", lockfileVersion: 3, packages }));
      expect(await lint(file)).toBe(1);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** The exit code of lockfile-lint. It looks at addresses where there are any; ours names none. */
function lint(file: string): Promise<number> {
  const checks = ["--validate-https", "--validate-integrity", "--validate-package-names"];
  const args = ["--path", file, "--type", "npm", "--allowed-hosts", "npm", ...checks];
  const program = "node_modules/lockfile-lint/bin/lockfile-lint.js";
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], (error) =>
      resolve(error === null ? 0 : Number(error.code)),
    );
  });
}
