import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { ACTION_MATRIX, CALLERS, PAGE_MATRIX, ROUTE_MATRIX } from "@/lib/testing/role-matrix";
import type { Caller } from "@/lib/testing/role-matrix";
import { expect, test } from "./fixtures";

/** Where Next writes down which actions it serves, and on which pages. */
const MANIFEST = ".next/server/server-reference-manifest.json";

interface ServedAction {
  exportedName: string;
  filename: string;
  workers: Record<string, unknown>;
}

const { node: served } = JSON.parse(readFileSync(MANIFEST, "utf8")) as {
  node: Record<string, ServedAction>;
};

/** Acts without any input, so only those who may not are let try. */
const ACTS_AT_ONCE = ["clearFaultsAction"];

/** What is asked for with nothing at all is refused as unreadable; these are refused for who asks only when it is readable. */
const INPUTS: Record<string, unknown> = { rateMyPasswordAction: { password: "", token: null } };

/** An address with ids and tokens in it that nobody has. */
function withUnknownIds(address: string): string {
  return address
    .replace("[...nextauth]", "session")
    .replace("[sha256]", "0".repeat(64))
    .replaceAll(/\[\w+\]/g, () => randomUUID());
}

/** The address of `app/(desk)/codes/[codeId]/page`. */
function addressOf(worker: string): string {
  const parts = worker.split("/").slice(1, -1);
  return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
}

async function call(request: APIRequestContext, id: string, action: ServedAction) {
  const [worker = ""] = Object.keys(action.workers);
  const answer = await request.post(withUnknownIds(addressOf(worker)), {
    headers: {
      "next-action": id,
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
    },
    data: JSON.stringify([INPUTS[action.exportedName] ?? null]),
    maxRedirects: 0,
  });
  return { status: answer.status(), text: await answer.text() };
}

/** What an action, or a route, answers those who may not. */
const refusalOf = (caller: Caller) => (caller === "stranger" ? "not_signed_in" : "forbidden");

/** Whether a route refused; one that people come back to from elsewhere says so by leading on. */
function refusalIn(answer: APIResponse): string | undefined {
  const { location = "" } = answer.headers();
  if (answer.status() === 401 || location.startsWith("/sign-in")) return "not_signed_in";
  const isForbidden = answer.status() === 403 || location.includes("problem=forbidden");
  return isForbidden ? "forbidden" : undefined;
}

for (const caller of CALLERS) {
  test(`${caller}: every action lets in whom the matrix says`, async ({ page, signInAs }) => {
    if (caller !== "stranger") await signInAs(caller);
    const wrong: string[] = [];
    for (const [id, action] of Object.entries(served)) {
      const { exportedName: name, filename } = action;
      const may = ACTION_MATRIX[filename]?.[name]?.includes(caller);
      if (may && ACTS_AT_ONCE.includes(name)) continue;
      const { status, text } = await call(page.request, id, action);
      const refusal = /"code":"(not_signed_in|forbidden)"/.exec(text)?.[1];
      const expected = may ? undefined : refusalOf(caller);
      if (may === undefined) wrong.push(`${filename} ${name} is not in the matrix`);
      else if (status >= 500 || refusal !== expected) wrong.push(`${name}: ${status} ${refusal}`);
    }
    expect(wrong).toEqual([]);
  });

  test(`${caller}: every route lets in whom the matrix says`, async ({ page, signInAs }) => {
    if (caller !== "stranger") await signInAs(caller);
    const wrong: string[] = [];
    for (const [route, may] of Object.entries(ROUTE_MATRIX)) {
      const [method = "", address = ""] = route.split(" ");
      const answer = await page.request.fetch(withUnknownIds(address), {
        method,
        maxRedirects: 0,
        ...(method === "POST" && { data: {} }),
      });
      const refusal = address.startsWith("/api/wechat/") ? undefined : refusalIn(answer);
      const expected = may.includes(caller) ? undefined : refusalOf(caller);
      if (answer.status() >= 500 || refusal !== expected) {
        wrong.push(`${route}: ${answer.status()} ${refusal}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test(`${caller}: every page lets in whom the matrix says`, async ({ page, signInAs }) => {
    if (caller !== "stranger") await signInAs(caller);
    const wrong: string[] = [];
    for (const [address, may] of Object.entries(PAGE_MATRIX)) {
      const answer = await page.request.get(withUnknownIds(address), { maxRedirects: 0 });
      const seen = await whatIsSeen(answer);
      const expected = expectedOf(caller, address, may.includes(caller));
      if (!expected.includes(seen)) wrong.push(`${address}: ${seen} (${answer.status()})`);
    }
    expect(wrong).toEqual([]);
  });
}

test("what belongs to one operator is nothing to another, who may do the same", async ({
  page,
  signInAs,
}) => {
  await signInAs("operator");
  const kept = await page.request.post("/api/batches/sheets?source=lines", { data: "一\n二" });
  const { id } = (await kept.json()) as { id: string };
  const mine = await page.request.get(`/api/batches/sheets/${id}`);
  expect(mine.status()).toBe(200);
  await page.context().clearCookies();
  await signInAs("operator");
  const theirs = await page.request.get(`/api/batches/sheets/${id}`);
  expect(theirs.status()).toBe(404);
  expect(await theirs.json()).toMatchObject({ code: "not_found" });
});

type Seen = "page" | "sign-in" | "elsewhere" | "nothing" | "locked" | "failed";

/** A page that has begun to be sent can only say in itself that it leads elsewhere or is not there. */
async function whatIsSeen(answer: APIResponse): Promise<Seen> {
  const location = answer.headers().location ?? "";
  if (location !== "") return location.includes("/sign-in") ? "sign-in" : "elsewhere";
  const html = await answer.text();
  if (answer.status() >= 500) return "failed";
  if (/NEXT_REDIRECT|http-equiv="refresh"/.test(html)) return "elsewhere";
  if (answer.status() === 404 || /NEXT_HTTP_ERROR_FALLBACK;404/.test(html)) return "nothing";
  return /lucide-lock\b/.test(html) ? "locked" : "page";
}

function expectedOf(caller: Caller, address: string, may: boolean): readonly Seen[] {
  const isPublic = PAGE_MATRIX[address]?.includes("stranger") ?? false;
  if (caller === "stranger" && !isPublic) return ["sign-in"];
  if (!may) return ["elsewhere", "nothing", "locked"];
  // An id nobody has leads to the page that says so, whoever asks.
  if (address.includes("[")) return ["nothing"];
  // Whoever is in, and is not told to set up a second factor, has no business there.
  if (["/sign-in", "/second-factor"].includes(address) && caller !== "stranger") {
    return ["elsewhere"];
  }
  // A padlock elsewhere than in place of the page is a password's.
  return ["page", "locked"];
}
