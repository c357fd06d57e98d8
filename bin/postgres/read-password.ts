import { randomBytes } from "node:crypto";
import { readOrCreate } from "../supervisor/read-or-create";

/** The superuser's password, made once and kept beside the database, readable by its owner only. */
export async function readPassword(path: string): Promise<string> {
  return readOrCreate(path, () => randomBytes(24).toString("base64url"));
}
