import { afterAll, beforeAll, expect, it } from "vitest";
import { listPeople } from "@/lib/people/list-people";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
beforeAll(async () => {
  runtime = await openTestRuntime();
});
afterAll(() => runtime.close());

it("names everyone, those who left last, and tells no address", async () => {
  const admin = await asPerson(runtime, "admin");
  const gone = await asPerson(runtime, "operator");
  const marketing = await asPerson(runtime, "marketing");
  await runtime.db.user.update({
    where: { id: String(gone.actor.id) },
    data: { disabledAt: new Date() },
  });
  const people = await listPeople(marketing);
  expect(people.map(({ id }) => id)).toEqual(
    [...[admin, marketing].toSorted((a, b) => (a.actor.name < b.actor.name ? -1 : 1)), gone].map(
      ({ actor }) => actor.id,
    ),
  );
  expect(people.at(-1)).toMatchObject({ role: "operator", isDisabled: true });
  expect(JSON.stringify(people)).not.toContain("@example.com");
  const nobody = contextFor(runtime, { kind: "anonymous", id: null, name: "—" });
  await expect(listPeople(nobody)).rejects.toMatchObject({ code: "not_signed_in" });
});
