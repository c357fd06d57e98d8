import { expect, test } from "vitest";
import type { Guest } from "@/lib/gate/pages/guest";
import { openTries } from "@/lib/gate/pages/open-tries";

const guest = (key: string) => ({ key }) as Guest;

async function countAll(tries: ReturnType<typeof openTries>, keys: readonly string[]) {
  const waits = await Promise.all(keys.map((key) => tries.count(guest(key), "door")));
  return waits.filter((wait) => wait === 0).length;
}

test("an address has ten tries, and a door thirty of all together", async () => {
  const tries = openTries();
  const one = Array.from({ length: 20 }, () => "one");
  expect(await countAll(tries, one)).toBe(10);
  const many = Array.from({ length: 50 }, (_, place) => `many ${place}`);
  expect(await countAll(tries, many)).toBe(20);
  expect(await tries.count(guest("late"), "door")).toBeGreaterThan(0);
  expect(await tries.count(guest("late"), "other door")).toBe(0);
});

test("first tries are so many of a door beside that, and one of each address", async () => {
  const tries = openTries(100);
  const storm = Array.from({ length: 40 }, (_, place) => `storm ${place % 20}`);
  expect(await countAll(tries, storm)).toBe(40);
  expect(await countAll(tries, storm)).toBe(10);
  const newcomers = Array.from({ length: 90 }, (_, place) => `new ${place}`);
  expect(await countAll(tries, newcomers)).toBe(80);
});
