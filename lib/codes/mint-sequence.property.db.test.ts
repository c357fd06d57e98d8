import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mintCode } from "@/lib/codes/mint-code";
import { retryCode } from "@/lib/codes/retry-code";
import type { CodeDetail } from "@/lib/codes/schema";
import { sendWhenDue } from "@/lib/testing/send-when-due";
import { getCode } from "@/lib/codes/get-code";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import type { OwnMiniProgram } from "@/lib/testing/own-mini-program";
import { liftPauses } from "@/lib/mini-programs/lift-pauses";
import { openSandboxDesk, wxacodeInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

/** What the sandbox does with an attempt. */
const HAPPENINGS = {
  minted: null,
  /** Counted, and the answer lost. */
  lost: { fault: "reset" },
  /** Not counted, which nobody on our side can know. */
  lostBefore: { fault: "reset", counted: "after" },
  stumbled: { fault: { kind: "errcode", errcode: -1 } },
  refused: { fault: { kind: "errcode", errcode: 40097 } },
  limited: { fault: { kind: "errcode", errcode: 45011 } },
} as const;
type Happening = keyof typeof HAPPENINGS;
const NAMES = Object.keys(HAPPENINGS) as Happening[];

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk({ WECHAT_TIMEOUT_MS: "1000" });
});
afterAll(() => desk.close());

/** One more attempt: the first one, a person's, or the job's after a pause. */
async function attempt(own: OwnMiniProgram, code: CodeDetail | null): Promise<CodeDetail> {
  if (!code) {
    const input = wxacodeInput(desk, { miniProgramId: own.id });
    return (await mintCode(desk.operator, input)).code;
  }
  if (code.mayRetry) return (await retryCode(desk.operator, { codeId: code.id })).code;
  await liftPauses(desk.operator, { id: own.id });
  await sendWhenDue(desk.runtime, code.id);
  return getCode(desk.operator, { codeId: code.id });
}

function statusAfter(happening: Happening, isInDoubt: boolean): CodeDetail["status"] {
  if (happening === "minted") return "minted";
  if (happening === "limited") return "queued";
  return happening === "refused" && !isInDoubt ? "refused" : "unknown";
}

test("whatever happens to an A code, what WeChat may have counted is spent or reserved", async () => {
  const own = await ownMiniProgram(desk, { repeatUnknownLimited: false });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 5 }),
      async (happenings) => {
        desk.sandbox.state.faults.clear();
        // What an earlier sequence left waiting must not be sent in the middle of this one.
        await desk.runtime.db.code.updateMany({ data: { claimedUntil: null } });
        await liftPauses(desk.operator, { id: own.id });
        const before = await own.quota();
        let code: CodeDetail | null = null;
        let isInDoubt = false;
        for (const happening of happenings) {
          const fault = HAPPENINGS[happening];
          if (fault) own.addFault({ endpoint: "getwxacode", times: 1, ...fault });
          code = await attempt(own, code);
          isInDoubt ||= ["lost", "lostBefore", "stumbled"].includes(happening);
          expect(code.status).toBe(statusAfter(happening, isInDoubt));
          expect(code.heldUntil !== null).toBe(happening === "limited");
          const { spent, reserved } = await own.quota();
          expect(spent + reserved).toBeGreaterThanOrEqual(own.used());
          expect(spent - before.spent).toBe(code.status === "minted" ? 1 : 0);
          const isKept = code.status === "queued" || code.status === "unknown";
          expect(reserved - before.reserved).toBe(isKept ? 1 : 0);
          if (code.status === "minted") return;
        }
      },
    ),
    { numRuns: 25 },
  );
});
