import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mintCode } from "@/lib/codes/mint-code";
import { openSandboxDesk, wxacodeInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;
beforeAll(async () => {
  desk = await openSandboxDesk();
});
afterAll(() => desk.close());

const counter = () =>
  desk.runtime.db.quotaCounter.findUniqueOrThrow({ where: { miniProgramId: desk.miniProgramId } });

describe("the lifetime quota", () => {
  it("lets exactly as many through as are left, however many ask at once", async () => {
    await desk.runtime.db.quotaCounter.update({
      where: { miniProgramId: desk.miniProgramId },
      data: { lifetimeLimit: 5 },
    });
    const attempts = await Promise.allSettled(
      Array.from({ length: 12 }, () => mintCode(desk.operator, wxacodeInput(desk))),
    );
    const minted = attempts.filter(({ status }) => status === "fulfilled");
    const refused = attempts.flatMap((attempt) =>
      attempt.status === "rejected" ? [(attempt.reason as { code: string }).code] : [],
    );
    expect(minted).toHaveLength(5);
    expect(refused).toEqual(Array.from({ length: 7 }, () => "quota_exhausted"));
    expect(await counter()).toMatchObject({ spent: 5, reserved: 0 });
    expect(desk.sandbox.state.listRequests("getwxacode")).toHaveLength(5);
  });

  it("is the sum of its ledger, and the database refuses to let it pass the limit", async () => {
    const count = (kind: "reserve" | "spend" | "release") =>
      desk.runtime.db.quotaEntry.count({ where: { kind } });
    const { spent, reserved } = await counter();
    const [reserves, spends, releases] = [
      await count("reserve"),
      await count("spend"),
      await count("release"),
    ];
    expect(spends).toBe(spent);
    expect(reserves - spends - releases).toBe(reserved);
    await expect(desk.runtime.pool.query("UPDATE quota_counters SET reserved = 1")).rejects.toThrow(
      /quota_within_limit/,
    );
    await expect(desk.runtime.pool.query("DELETE FROM quota_entries")).rejects.toThrow(
      /append-only/,
    );
  });
});
