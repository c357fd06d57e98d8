import { request as ask } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { expect, test } from "./fixtures";

const API = `http://localhost:${process.env.E2E_PORT}/api/v1`;

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** As a program that unpacks nothing by itself. */
function send(method: string, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    ask(`${API}${path}`, { method, headers }, (answer) => {
      const { statusCode: status = 0, headers } = answer;
      buffer(answer).then((body) => resolve({ status, headers, body }), reject);
    })
      .on("error", reject)
      .end();
  });
}

test("the API packs long answers for those who ask", async () => {
  const packed = await send("GET", "/openapi.json", { "accept-encoding": "gzip" });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  const plain = await send("GET", "/openapi.json", {});
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(packed.body.length).toBeLessThan(plain.body.length / 2);
  expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
});

test("what the server answers for the API is a problem, with the request's id", async () => {
  const id = { "x-request-id": "crm-7" };
  const large = { ...id, "content-length": "99999999", expect: "100-continue" };
  const answers = await Promise.all([
    send("POST", "/campaigns", large),
    send("POST", "/campaigns", { ...id, origin: "https://evil.example" }),
    send("GET", "/campaigns/%zz", id),
    send("GET", "/campaigns/a%00b", id),
    send("GET", "/nothing", id),
    send("GET", "/campaigns", id),
    send("PUT", "/campaigns", id),
  ]);
  const told = answers.map(({ status, headers }) => [
    status,
    headers["content-type"],
    headers["x-request-id"],
  ]);
  const statuses = [413, 403, 400, 400, 404, 401, 405];
  expect(told).toEqual(statuses.map((status) => [status, "application/problem+json", "crm-7"]));
});

test("HEAD and OPTIONS are answered", async () => {
  const head = await send("HEAD", "/openapi.json", {});
  expect([head.status, head.body.length]).toEqual([200, 0]);
  expect(head.headers["ratelimit-policy"]).toBe('"stranger";q=300;w=60');
  const options = await send("OPTIONS", "/campaigns", {});
  expect([options.status, options.headers.allow]).toEqual([204, "GET, HEAD, POST, OPTIONS"]);
  expect(options.headers).not.toHaveProperty("access-control-allow-origin");
});
