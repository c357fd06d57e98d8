import { request as ask } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { expect, fillSignIn, test } from "./fixtures";

const HOME = `http://localhost:${process.env.E2E_PORT}`;

/** As a client that says of itself whatever it likes. */
function send(url: string, headers: Record<string, string>) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>(
    (resolve, reject) => {
      ask(url, { headers }, (answer) => {
        const { statusCode: status = 0, headers } = answer;
        text(answer).then((body) => resolve({ status, headers, body }), reject);
      })
        .on("error", reject)
        .end();
    },
  );
}

const nonceOf = (policy = "") => /'nonce-([^']+)'/.exec(policy)?.[1];

test("every page has a nonce of its own, and no script without it", async ({ request }) => {
  const pages = await Promise.all([request.get("/sign-in"), request.get("/sign-in")]);
  const nonces = pages.map((page) => nonceOf(page.headers()["content-security-policy"]));
  expect(new Set(nonces).size).toBe(2);
  expect(nonces).not.toContain(undefined);
  const [first] = pages;
  const html = await first.text();
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonces[0]}"`))).toEqual([]);
  const policy = first.headers()["content-security-policy"] ?? "";
  const scriptSources = policy.split("; ").find((part) => part.startsWith("script-src"));
  expect(scriptSources).not.toContain("unsafe");
});

test("what somebody smuggles into a page does not run", async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("/sign-in");
  const blocked = page.waitForEvent("console", (message) =>
    message.text().includes("Content Security Policy"),
  );
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<img src="x:" onerror="document.title = 1">');
  });
  await blocked;
  expect(await page.title()).not.toBe("1");
  await context.close();
});

test("the sources stay here, and the server does not say what it is", async ({ request }) => {
  const page = await request.get("/sign-in");
  expect(page.headers()).not.toHaveProperty("x-powered-by");
  const sources = [...(await page.text()).matchAll(/src="(\/_next\/[^"?]+\.js)/g)];
  expect(sources.length).toBeGreaterThan(0);
  for (const [, source = ""] of sources) {
    const script = await request.get(source);
    expect(await script.text(), source).not.toContain("sourceMappingURL");
    expect((await request.get(`${source}.map`)).status(), source).toBe(404);
  }
});

test("no address is made of the Host somebody claims", async () => {
  const claimed = {
    host: "evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
  };
  for (const path of ["/", "/codes", "/api/auth/providers", "/api/auth/signin", "/sign-in"]) {
    const answer = await send(`${HOME}${path}`, claimed);
    expect(JSON.stringify(answer), path).not.toContain("evil.example");
  }
});

test("nothing is taken from pages of others, nor from a policy somebody sends along", async ({
  request,
}) => {
  for (const origin of ["https://evil.example", "null"]) {
    const answer = await request.post("/api/codes/price", { headers: { origin }, data: {} });
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toMatchObject({ reason: "requestForeign" });
  }
  const own = await request.post("/api/codes/price", { headers: { origin: HOME }, data: {} });
  expect(own.status()).toBe(401);
  const smuggled = await send(`${HOME}/sign-in`, {
    "content-security-policy": "script-src 'nonce-stolen'",
    "x-mintdesk-nonce": "stolen",
  });
  expect(smuggled.body).not.toContain("stolen");
});

test("at an address that is not the desk's own the form says which one is", async ({
  page,
  desk,
}) => {
  const person = await desk.addPerson("marketing");
  await page.goto(`${HOME.replace("localhost", "127.0.0.1")}/sign-in`);
  await fillSignIn(page, person);
  await expect(page.getByText(`Open the desk at ${HOME}`)).toBeVisible();
});

test("the rooms behind are locked by themselves, whichever way the proxy is passed by", async ({
  request,
}) => {
  const ways: { path: string; headers: Record<string, string> }[] = [
    { path: "/codes", headers: { rsc: "1" } },
    { path: "/codes", headers: { rsc: "1", "next-router-prefetch": "1" } },
    { path: "/codes", headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" } },
    { path: "/%63odes", headers: {} },
    { path: "/codes.rsc", headers: {} },
    { path: "/_next/data/x/codes.json", headers: {} },
  ];
  for (const { path, headers } of ways) {
    const answer = await request.get(path, { headers, maxRedirects: 0 });
    const body = await answer.text();
    expect(body, path).not.toContain("New code");
    expect([307, 404].includes(answer.status()) || body.includes("/sign-in"), path).toBe(true);
  }
});

test("a refused page is in the log, once however often it is asked for", async ({
  page,
  signInAs,
  desk,
}) => {
  const { email } = await signInAs("marketing");
  for (let at = 0; at < 5; at += 1) await page.request.get("/mini-programs/new");
  await page.request.post("/api/codes/price", { data: {} });
  const { id } = await desk.runtime.db.user.findUniqueOrThrow({ where: { email } });
  const entries = await desk.runtime.db.auditEntry.findMany({
    where: { action: "access.denied", actorId: id },
    orderBy: { seq: "asc" },
  });
  expect(entries.map(({ targetLabel }) => targetLabel)).toEqual([
    "miniPrograms:write",
    "codes:mint",
  ]);
});
