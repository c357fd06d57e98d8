import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test as base } from "@playwright/test";
import type { Page } from "@playwright/test";
import type { Role } from "@/lib/core/context";
import { parseEnv } from "@/lib/env";
import { createUser } from "@/lib/people/create-user";
import { openRuntime } from "@/lib/runtime";
import type { Runtime } from "@/lib/runtime";
import { jobContext } from "@/lib/worker/job-context";

export interface Person {
  email: string;
  name: string;
  password: string;
}

interface Desk {
  /** The served desk's own database and store, to look behind the screens. */
  runtime: Runtime;
  addPerson(role: Role): Promise<Person>;
  /** The sandbox's control API. */
  sandbox(
    method: "GET" | "POST" | "PATCH" | "DELETE",
    route: string,
    body?: object,
  ): Promise<unknown>;
}

export const test = base.extend<{ signInAs: (role: Role) => Promise<Person> }, { desk: Desk }>({
  desk: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const told = readFileSync(path.join(process.env.E2E_DATA_DIR ?? "", "e2e.json"), "utf8");
      const runtime = openRuntime(
        parseEnv({ ...(JSON.parse(told) as Record<string, string>), LOG_LEVEL: "fatal" }),
      );
      await use({
        runtime,
        addPerson: (role) => addPerson(runtime, role),
        sandbox: (method, route, body) => callSandbox(runtime, method, route, body),
      });
      await runtime.close();
    },
    { scope: "worker" },
  ],
  context: async ({ context }, use) => {
    const violations: string[] = [];
    context.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) violations.push(message.text());
    });
    await use(context);
    // What the pages' policy forbids does not work for anybody, whether or not a test looks at it.
    expect(violations).toEqual([]);
  },
  signInAs: async ({ desk, page }, use) => {
    await use(async (role) => {
      const person = await desk.addPerson(role);
      await page.goto("/sign-in");
      await fillSignIn(page, person);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
      await chooseBuiltIn(page, desk.runtime);
      return person;
    });
  },
});

export { expect };

/** The desk shows the built-in mini program, whatever other journeys register meanwhile. */
async function chooseBuiltIn(page: Page, { db }: Runtime): Promise<void> {
  const { id } = await db.miniProgram.findFirstOrThrow({
    where: { isSandbox: true },
    orderBy: { createdAt: "asc" },
  });
  const url = new URL(page.url()).origin;
  await page.context().addCookies([{ name: "mintdesk-mini-program", value: id, url }]);
}

/** Fills in the sign-in form of the page that is open, and sends it. */
export async function fillSignIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function addPerson(runtime: Runtime, role: Role): Promise<Person> {
  const person = {
    email: `${role}-${randomUUID()}@example.com`,
    name: { admin: "林悦", operator: "Chen Wei", marketing: "周敏" }[role],
    password: randomUUID(),
  };
  await createUser(jobContext(runtime, "e2e"), { ...person, role });
  return person;
}

async function callSandbox(runtime: Runtime, method: string, route: string, body?: object) {
  const response = await fetch(`${runtime.env.sandboxUrl}/__sandbox${route}`, {
    method,
    headers: { "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  return text === "" ? null : (JSON.parse(text) as unknown);
}
