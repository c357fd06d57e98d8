import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { asPerson } from "@/lib/testing/test-runtime";

/** A key that may mint, of a person who may no longer. */
export async function demotedKey(desk: ApiDesk): Promise<string> {
  const person = await asPerson(desk.runtime, "operator");
  const key = await desk.keyOf(person, ["codes:mint"]);
  await desk.runtime.db.user.updateMany({
    where: { id: person.actor.id ?? "" },
    data: { role: "marketing" },
  });
  return key;
}
