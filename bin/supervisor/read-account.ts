import type { Summary } from "./format-block";

/** The account prisma/seed.ts made, from its last line; null when there was one already. */
export function readAccount(lines: string[]): Summary["account"] {
  const last: unknown = JSON.parse(lines.at(-1) ?? "null");
  if (typeof last !== "object" || last === null || !("createdAdmin" in last)) {
    throw new Error("prisma/seed.ts did not end with its result.");
  }
  const made = last.createdAdmin;
  if (typeof made !== "object" || made === null) return null;
  if (!("email" in made) || !("password" in made)) return null;
  return { email: String(made.email), password: String(made.password) };
}
