import { mintCode } from "@/lib/codes/mint-code";
import { jobContext } from "@/lib/worker/job-context";
import { expect, test } from "./fixtures";
import { limitedCode, mintLimited, openAs } from "./limited-codes";
import { addSandboxMiniProgram, chooseMiniProgram } from "./sandbox-mini-program";
import { tick } from "./tick";

test("above the number a colleague approves, and nobody their own", async ({
  page,
  browser,
  signInAs,
  desk,
}) => {
  test.slow();
  await signInAs("admin");
  const miniProgram = await addSandboxMiniProgram(desk);
  await chooseMiniProgram(page, miniProgram.id);
  await page.goto("/quota/settings");
  await page.getByRole("switch", { name: /need a second person/ }).click({ force: true });
  await page.getByRole("textbox", { name: "Approval above" }).fill("0");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The rules are saved.").first()).toBeVisible();

  const operator = await openAs(browser, desk, "operator", miniProgram);
  await mintLimited(operator, "等批准的码");
  await expect(operator.getByText("Waiting for approval").first()).toBeVisible();
  const where = { miniProgramId: miniProgram.id };
  const statusOf = async () =>
    (await desk.runtime.db.code.findFirstOrThrow({ where, orderBy: { createdAt: "desc" } })).status;
  expect(await statusOf()).toBe("queued");
  await operator.goto("/quota");
  await expect(operator.getByText(/You asked for it yourself/)).toBeVisible();
  await expect(operator.getByRole("button", { name: /^Approve/ })).toHaveCount(0);

  await page.goto("/");
  await page.getByRole("link", { name: /1 request waits for a second person/ }).click();
  await expect(page.getByText(/asks for 1 limited/)).toBeVisible();
  await page.getByRole("button", { name: "Approve 等批准的码" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("A word to who asked").fill("这一次可以");
  await dialog.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Nothing waits for approval")).toBeVisible();
  await expect.poll(statusOf).toBe("minted");

  await mintLimited(operator, "不该铸的码");
  await expect(operator.getByText("Waiting for approval").first()).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Decline 不该铸的码" }).click();
  await dialog.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(statusOf).toBe("refused");
  const counter = await desk.runtime.db.quotaCounter.findUniqueOrThrow({ where });
  expect(counter).toMatchObject({ spent: 1, reserved: 0 });
  await operator.context().close();
});

test("an outcome nobody knows is settled by hand, once its consequence was read", async ({
  page,
  signInAs,
  desk,
}) => {
  await signInAs("operator");
  const miniProgram = await addSandboxMiniProgram(desk);
  await desk.runtime.db.miniProgram.update({
    where: { id: miniProgram.id },
    data: { repeatUnknownLimited: false },
  });
  await desk.sandbox("POST", "/faults", {
    endpoint: "getwxacode",
    appid: miniProgram.appid,
    fault: "truncated_body",
    times: 1,
  });
  const ctx = jobContext(desk.runtime, "e2e");
  await mintCode(ctx, limitedCode(miniProgram.id, { label: "断线的外墙码" }));
  await chooseMiniProgram(page, miniProgram.id);
  await page.goto("/");
  await page.getByRole("link", { name: /1 code of kind A or C has no verdict/ }).click();
  await expect(page.getByRole("link", { name: "Ask again there" })).toBeVisible();
  await page.getByRole("button", { name: "Settle by hand…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Settle it so" }).click();
  await expect(dialog).toBeVisible();
  await tick(dialog.getByRole("radio", { name: "It did not" }));
  await dialog.getByLabel("Reason").fill("Num-Used 前后没有变");
  await dialog.getByRole("button", { name: "Settle it so" }).click();
  await expect(page.getByText("Nothing is reserved")).toBeVisible();
  const counter = await desk.runtime.db.quotaCounter.findUniqueOrThrow({
    where: { miniProgramId: miniProgram.id },
  });
  expect(counter).toMatchObject({ spent: 0, reserved: 0 });
});
