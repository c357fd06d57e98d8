import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEntry } from "@/lib/audit/append-entry";
import { verifyChainTogether } from "@/lib/audit/verify-chain-together";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { Runtime } from "@/lib/runtime";
import { asPerson, contextFor, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let admin: Context;
let marketing: Context;
beforeAll(async () => {
  runtime = await openTestRuntime();
  admin = await asPerson(runtime, "admin");
  marketing = await asPerson(runtime, "marketing");
});
afterAll(() => runtime.close());

const append = () =>
  withTransaction(admin, (tctx) =>
    appendEntry(tctx, {
      action: "campaign.created",
      target: { kind: "campaign", id: null, label: "春节" },
      details: {},
    }),
  );

describe("verifying the chain together", () => {
  it("gives all who ask at once the verdict of one walk, and later ones a new one", async () => {
    await append();
    const [first, second] = await Promise.all([
      verifyChainTogether(admin),
      verifyChainTogether(marketing),
    ]);
    expect(first).toMatchObject({ intact: true, entryCount: 1 });
    expect(second).toBe(first);
    await append();
    expect(await verifyChainTogether(admin)).toMatchObject({ entryCount: 2 });
  });

  it("is nothing for a stranger, also while somebody's walk is on its way", async () => {
    const walk = verifyChainTogether(admin);
    const stranger = contextFor(runtime, { kind: "anonymous", id: null, name: "—" });
    await expect(verifyChainTogether(stranger)).rejects.toMatchObject({ code: "not_signed_in" });
    await walk;
  });
});
