import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "@/lib/api/problem";
import { openApiDesk } from "@/lib/api/testing/api-desk";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { killApis, startApi } from "@/lib/api/testing/start-api";
import { retryCode } from "@/lib/codes/retry-code";
import { BUILT_IN_ACCOUNT } from "@/lib/sandbox/account";
import { wxacodeInput } from "@/lib/testing/sandbox-desk";
import { forgetMinters, settleLost } from "@/lib/testing/send-when-due";

let desk: ApiDesk;

beforeAll(async () => {
  desk = await openApiDesk({ WECHAT_TIMEOUT_MS: "30000" });
});
afterEach(killApis);
afterAll(() => desk.close());

/** A filled-in form for a code that costs one, under a key of its own. */
function costly(label: string) {
  const { requestKey: key, ...body } = wxacodeInput(desk, { label });
  return { body, headers: { "Idempotency-Key": key } };
}

const REFUSAL = { kind: "json_as_jpeg", errcode: 40165 } as const;

const used = () => desk.sandbox.state.findAccount(BUILT_IN_ACCOUNT.appid)?.used ?? 0;
const asked = () => desk.sandbox.state.listRequests("getwxacode").length;
const codes = (label: string) => desk.runtime.db.code.count({ where: { label } });

describe("a code under an Idempotency-Key", () => {
  it("is minted once when thirty ask for it at a time", async () => {
    const call = costly("三十份的海报");
    const before = used();
    const all = await Promise.all(Array.from({ length: 30 }, () => desk.ask("POST /codes", call)));
    expect([...new Set(all.map(({ status }) => status))]).toEqual([201]);
    const bodies = await Promise.all(all.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect([used(), await codes("三十份的海报")]).toEqual([before + 1, 1]);
  });

  it("that WeChat refused is not remembered as refused: a repeat tells what became of it", async () => {
    const label = "被拒的海报";
    const call = costly(label);
    const before = used();
    desk.sandbox.state.addFault({ endpoint: "getwxacode", fault: REFUSAL, times: 1 });
    const first = await desk.ask("POST /codes", call);
    const { code, codeId = "" } = (await first.json()) as Problem;
    expect([first.status, code]).toEqual([502, "wechat_refused"]);
    await retryCode(desk.operator, { codeId });
    const again = await desk.ask("POST /codes", call);
    expect([again.status, await again.json()]).toMatchObject([201, { id: codeId }]);
    expect([used(), await codes(label)]).toEqual([before + 1, 1]);
  });

  it("whose process is killed becomes unknown, is sent by no repeat, and costs one in the end", async () => {
    const label = "断电的海报";
    const call = costly(label);
    const before = used();
    const sent = asked();
    desk.sandbox.state.addFault({ endpoint: "getwxacode", fault: "hang", times: 1 });
    const first = await startApi(desk);
    const cut = first.ask("POST /codes", call).catch(() => "cut");
    await expect.poll(asked, { timeout: 20_000 }).toBe(sent + 1);
    await first.kill();
    expect(await cut).toBe("cut");

    const second = await startApi(desk);
    const repeat = second.ask("POST /codes", call);
    await forgetMinters(desk.runtime);
    await settleLost(desk.runtime);
    const unknown = await repeat;
    const { code, quotaUsed, codeId = "" } = (await unknown.json()) as Problem;
    expect([unknown.status, code, quotaUsed]).toEqual([502, "outcome_unknown", "unknown"]);
    expect((await second.ask("POST /codes", call)).status).toBe(502);
    expect([asked(), await codes(label)]).toEqual([sent + 1, 1]);

    await retryCode(desk.operator, { codeId });
    const settled = await second.ask("POST /codes", call);
    expect([settled.status, await settled.json()]).toMatchObject([201, { id: codeId }]);
    expect([used(), await codes(label)]).toEqual([before + 1, 1]);
  }, 90_000);
});
