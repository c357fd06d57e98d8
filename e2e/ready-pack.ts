import { randomUUID } from "node:crypto";
import { orderPack } from "@/lib/packs/order-pack";
import type { PackSelection } from "@/lib/packs/schema";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";
import { expect } from "./fixtures";

/** A pack of pictures as they are, which is ready before the journey begins. Gives its id. */
export async function readyPack(
  runtime: Runtime,
  selection: PackSelection,
  name: string,
): Promise<string> {
  const { packId } = await orderPack(jobContext(runtime, "林悦"), {
    selection,
    options: { form: "pictures", nameTemplate: "{campaign}/{serial}-{label}", isAscii: false },
    name,
    requestKey: randomUUID(),
    locale: "zh-CN",
  });
  // The process of the journeys cannot read the message files as Node does: the desk's worker prepares it, and now.
  await runtime.db.$executeRaw`
    UPDATE pgboss.job SET start_after = now() WHERE name = 'packs.prepare' AND data ->> 'packId' = ${packId}`;
  const status = async () =>
    (await runtime.db.pack.findUniqueOrThrow({ where: { id: packId } })).status;
  await expect.poll(status, { timeout: 20_000 }).toBe("ready");
  return packId;
}
