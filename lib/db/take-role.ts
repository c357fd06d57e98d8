import pg from "pg";
import { log } from "@/lib/log";

/** The role web and worker work under; the migrations make it. */
export const DESK_ROLE = "mintdesk_desk";

/** The server does not know the role, or does not let this user take it. */
const ROLE_CODES = ["22023", "42501"];

/**
 * Has a new connection work under a role. Where that is missing or may do nothing here the connection keeps all rights
 * of its user, and `onMissing` is called.
 */
export async function takeRole(
  client: pg.ClientBase,
  role: string,
  onMissing: (error: unknown) => void,
): Promise<void> {
  try {
    await client.query(`SET ROLE ${pg.escapeIdentifier(role)}`);
    // Throws as well where the role is known and was given nothing: the queue makes its tables later.
    await client.query("SELECT FROM audit_head, to_regclass('pgboss.job') LIMIT 1");
  } catch (error) {
    if (!isAboutRole(error)) throw error;
    await client.query("RESET ROLE");
    onMissing(error);
  }
}

export function isAboutRole(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && ROLE_CODES.includes(error.code ?? "");
}

/** Says that a process goes on without its role, and how to give it one. */
export function warnOfMissingRole(error: unknown, process: string, role: string): void {
  log.warn(
    { err: error },
    `the ${process} works with all rights of DATABASE_URL, because the role ${role} is missing or not granted to ` +
      `its user; let an administrator run "CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO <that user>" and ` +
      `the grants of docs/operating.md, then start the ${process} again`,
  );
}
