import { describe, expect, it } from "vitest";
import type { Answer } from "@/lib/gate/answer";
import { AnswerCache } from "@/lib/gate/answer-cache";

function answer(body: string, goodForMs = 5_000): Answer {
  const goodUntilMs = performance.now() + goodForMs;
  return { status: 200, body, scene: null, signingKey: null, goodUntilMs };
}

const fail = () => Promise.reject(new Error("away"));

function hearing(answersMax?: number): AnswerCache {
  const cache = new AnswerCache(answersMax);
  cache.startHearing();
  return cache;
}

describe("the cache", () => {
  it("keeps an answer while it is good, and no longer", async () => {
    const cache = hearing();
    await cache.ask("a", async () => answer("now"));
    await cache.ask("b", async () => answer("past", -1));
    expect(cache.find("a")?.body).toBe("now");
    expect(cache.find("b")).toBeUndefined();
  });

  it("looks up equal questions once, while they are asked at the same time", async () => {
    const cache = hearing();
    let count = 0;
    const look = async () => answer(String((count += 1)));
    const answers = await Promise.all([cache.ask("a", look), cache.ask("a", look)]);
    expect(answers.map(({ body }) => body)).toEqual(["1", "1"]);
  });

  it("keeps nothing that was looked up before a change and came after it", async () => {
    const cache = hearing();
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const asked = cache.ask("a", () => promise);
    cache.forget();
    // Whoever asks after the change does not wait for the answer from before it.
    const fresh = await cache.ask("a", async () => answer("new"));
    resolve(answer("old"));
    expect([(await asked).body, fresh.body]).toEqual(["old", "new"]);
    expect(cache.find("a")?.body).toBe("new");
  });

  it("keeps and gives nothing while changes are not heard of", async () => {
    const cache = hearing();
    await cache.ask("before", async () => answer("before"));
    cache.stopHearing();
    await cache.ask("meanwhile", async () => answer("meanwhile"));
    expect([cache.find("before"), cache.find("meanwhile")]).toEqual([undefined, undefined]);
    cache.startHearing();
    expect([cache.find("before"), cache.find("meanwhile")]).toEqual([undefined, undefined]);
    expect(cache.size).toBe(0);
  });

  it("gives what it kept when the database cannot be asked, as long as that is good", async () => {
    const cache = hearing();
    await cache.ask("kept", async () => answer("kept"));
    await cache.ask("old", async () => answer("old", 1));
    cache.stopHearing();
    expect((await cache.ask("kept", fail)).body).toBe("kept");
    await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(cache.ask("old", fail)).rejects.toThrow("away");
    await expect(cache.ask("never", fail)).rejects.toThrow("away");
  });

  it("grows neither by many answers nor by long ones", async () => {
    const cache = hearing(50);
    for (let key = 0; key < 500; key += 1) await cache.ask(`${key}`, async () => answer("x"));
    expect(cache.size).toBe(50);
    const wide = hearing();
    const long = "x".repeat(1024 * 1024);
    for (let key = 0; key < 100; key += 1) await wide.ask(`${key}`, async () => answer(long));
    expect(wide.size).toBeLessThanOrEqual(32);
  });
});
