import { SCOPES } from "@/lib/access/scopes";
import { asUser } from "@/lib/people/as-user";
import { makeApiKey } from "@/lib/people/make-api-key";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";

/** A key of somebody who may sign in, with every scope, as their account screen makes it. */
export async function apiKeyOf(runtime: Runtime, email: string): Promise<string> {
  const user = await runtime.db.user.findUniqueOrThrow({ where: { email } });
  const ctx = asUser(jobContext(runtime, "e2e"), user);
  return (await makeApiKey(ctx, { name: "CRM", scopes: SCOPES, days: 1 })).key;
}
