import { readFile } from "node:fs/promises";
import { runInNewContext } from "node:vm";
import { expect, it, onTestFinished } from "vitest";
import { BUILT_IN_ACCOUNT } from "@/lib/sandbox/account";
import type { FaultRuleInput } from "@/lib/sandbox/faults";
import { createSandbox } from "@/lib/sandbox/server";

const EXAMPLE_APP_ID = "wx0123456789abcdef";

/** The example of README.md; its imports become names that it is given. */
async function readExample(): Promise<{ code: string; names: Record<string, unknown> }> {
  const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const imports = [...example.matchAll(/^import \{ (\w+) \} from "\.\/([\w-]+)";$/gm)];
  const names: Record<string, unknown> = {};
  for (const [, name = "", file = ""] of imports) {
    const module: Record<string, unknown> = await import(
      /* @vite-ignore */ new URL(`${file}.ts`, import.meta.url).href
    );
    names[name] = module[name];
  }
  expect(Object.keys(names)).toContain("createWechatClient");
  return { code: example.replaceAll(/^import .*$/gm, ""), names };
}

async function runExample(fault?: FaultRuleInput["fault"]) {
  const sandbox = await createSandbox();
  onTestFinished(() => sandbox.close());
  if (fault) sandbox.state.addFault({ endpoint: "getwxacodeunlimit", fault });
  const { code, names } = await readExample();
  const own = code
    .replaceAll("https://api.weixin.qq.com", sandbox.url)
    .replaceAll(EXAMPLE_APP_ID, BUILT_IN_ACCOUNT.appid);
  const done: unknown[][] = [];
  const doing = (verb: string) => async (value: unknown) => void done.push([verb, value]);
  const journal: unknown[] = [];
  await runInNewContext(`(async () => {${own}})()`, {
    ...names,
    journal,
    secrets: { read: () => BUILT_IN_ACCOUNT.secret },
    files: { put: doing("put") },
    tryLater: doing("tryLater"),
    askAPerson: doing("askAPerson"),
  });
  return { done, journal };
}

it("the example stores a picture", async () => {
  const { done, journal } = await runExample();
  expect(done).toEqual([["put", "code.jpg"]]);
  expect(journal).toMatchObject([{ outcome: "token" }, { outcome: "picture" }]);
});

it.each([
  [45009, "tryLater"],
  [41030, "askAPerson"],
])("the example meets %i with %s", async (errcode, verb) => {
  const { done } = await runExample({ kind: "errcode", errcode });
  expect(done).toMatchObject([[verb, { errcode }]]);
});
