import { describe, expect, it } from "vitest";
import { readBoundedText } from "@/lib/web/read-bounded-text";

const post = (body: BodyInit | null) =>
  new Request("http://desk/", {
    method: "POST",
    body,
    duplex: "half",
  } as RequestInit);

describe("the body of a request", () => {
  it("is read whole up to the limit, across the borders of its pieces", async () => {
    const bytes = new TextEncoder().encode("门店".repeat(100));
    const stream = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readBoundedText(post(stream), bytes.length)).toBe("门店".repeat(100));
    expect(await readBoundedText(post(null), 10)).toBe("");
  });

  it("is not read to its end once it is too long", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    expect(await readBoundedText(post(endless), 5000)).toBeNull();
    expect(pulled).toBeLessThan(12);
  });
});
