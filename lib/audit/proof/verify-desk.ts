import { randomUUID } from "node:crypto";
import { verifyChain } from "@/lib/audit/verify-chain";
import type { ChainVerdict } from "@/lib/audit/verify-chain";
import { isDatabaseTrouble } from "@/lib/db/is-database-trouble";
import { env } from "@/lib/env";
import { openRuntime } from "@/lib/runtime";

/** Checks the whole log of the desk whose settings this process has. */
export async function verifyDesk(): Promise<ChainVerdict> {
  const runtime = openRuntime(env());
  try {
    return await verifyChain({
      actor: { kind: "job", id: null, name: "audit.verify" },
      requestId: randomUUID(),
      address: null,
      now: () => new Date(),
      runtime,
    });
  } catch (error) {
    if (!isDatabaseTrouble(error)) throw error;
    // The client's own words begin with where it was called.
    const message = error instanceof Error ? error.message.trim().split("\n").at(-1) : "";
    throw new Error(
      `The log cannot be read: ${message}\nStart the desk with \`npm start\`, or set DATABASE_URL to its database.`,
      { cause: error },
    );
  } finally {
    await runtime.close();
  }
}
