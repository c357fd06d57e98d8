import { sendUnattended } from "@/lib/codes/send-unattended";
import { settleLostAttempts } from "@/lib/codes/settle-lost-attempts";
import type { Runtime } from "@/lib/runtime";
import { contextFor } from "@/lib/testing/test-runtime";

const JOB = { kind: "job", id: null, name: "codes.send" } as const;

/** What a worker does once nobody attends to a queued code any more, and its pause is over. */
export async function sendWhenDue(runtime: Runtime, codeId: string): Promise<void> {
  await runtime.db.$executeRaw`
    UPDATE codes SET claimed_until = clock_timestamp(), held_until = least(held_until, clock_timestamp())
    WHERE id = ${codeId}::uuid AND status = 'queued'`;
  await sendUnattended(contextFor(runtime, JOB));
}

/** What a worker does all the time. */
export async function settleLost(runtime: Runtime): Promise<void> {
  await settleLostAttempts(contextFor(runtime, JOB));
}

/** As if the processes that mint had not been seen for long; their hearts may go on beating in vain. */
export async function forgetMinters(runtime: Runtime): Promise<void> {
  await runtime.db.minter.deleteMany();
}
