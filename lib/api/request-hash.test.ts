import { describe, expect, it } from "vitest";
import { RequestHash } from "@/lib/api/request-hash";

interface Told {
  method?: string;
  path?: string;
  type?: string;
  chunks?: string[];
}

function hashOf({ method = "POST", path = "/codes", type = "text/csv", chunks = ["a,b"] }: Told) {
  const headers = new Headers({ "Content-Type": type });
  const hash = new RequestHash({ method, url: `http://desk${path}`, headers });
  for (const chunk of chunks) hash.update(Buffer.from(chunk));
  return hash.digest();
}

const form = (boundary: string) => ({
  type: `multipart/form-data; boundary=${boundary}`,
  text: `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--${boundary}--\r\n`,
});

describe("the hash of a request", () => {
  it.each([
    { method: "PUT" },
    { path: "/batches" },
    { path: "/codes?dry=1" },
    { type: "application/json" },
    { chunks: ["a,c"] },
  ])("is another one for %j", (other) => {
    expect(hashOf(other)).not.toBe(hashOf({}));
  });

  it("is the same however the body comes in", () => {
    expect(hashOf({ chunks: ["a", "", ",b"] })).toBe(hashOf({}));
  });

  it("is the same for a form whose boundary alone is another, wherever it is cut", () => {
    const { type, text } = form("----first0123456789");
    const first = hashOf({ type, chunks: [text] });
    const other = form("----other9876543210");
    for (let at = 0; at < other.text.length; at += 1) {
      const chunks = [other.text.slice(0, at), other.text.slice(at)];
      expect(hashOf({ type: other.type, chunks })).toBe(first);
    }
    const changed = other.text.replace("\r\n1\r\n", "\r\n2\r\n");
    expect(hashOf({ type: other.type, chunks: [changed] })).not.toBe(first);
  });
});
