import { randomUUID } from "node:crypto";
import { orderPack } from "@/lib/packs/order-pack";
import type { PackSelection } from "@/lib/packs/schema";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";

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
  return packId;
}
