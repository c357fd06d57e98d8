import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appendEntry } from "@/lib/audit/append-entry";
import { makeCheckpoint } from "@/lib/audit/make-checkpoint";
import { verifyChain } from "@/lib/audit/verify-chain";
import { mintRows } from "@/lib/batches/mint-rows";
import { runBatch } from "@/lib/batches/run-batch";
import { dueRun, planned, runner, shops, unlimitedBatch } from "@/lib/batches/testing/batch-input";
import { mintCode } from "@/lib/codes/mint-code";
import { sortSearchIndex } from "@/lib/codes/sort-search-index";
import type { Context } from "@/lib/core/context";
import { DESK_ROLE } from "@/lib/db/take-role";
import { withTransaction } from "@/lib/db/transaction";
import { openRuntime } from "@/lib/runtime";
import type { Runtime } from "@/lib/runtime";
import { countSignInTry } from "@/lib/people/sign-in-throttle";
import { openSandboxDesk, unlimitedInput } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

let desk: SandboxDesk;
let runtime: Runtime;
let operator: Context;

beforeAll(async () => {
  desk = await openSandboxDesk();
  runtime = openRuntime(desk.runtime.env, { role: DESK_ROLE });
  operator = { ...desk.operator, runtime };
});
afterAll(async () => {
  await runtime.close();
  await desk.close();
});

describe("the role web and worker work under", () => {
  it("is what every connection has", async () => {
    const asked = Array.from(
      { length: 10 },
      () => runtime.db.$queryRaw`SELECT current_user::text AS role, pg_sleep(0.05)::text AS slept`,
    );
    const rows = (await Promise.all(asked)).flat();
    expect(rows).toEqual(Array.from({ length: 10 }, () => ({ role: DESK_ROLE, slept: "" })));
  });

  it.each(["audit_entries", "audit_checkpoints", "quota_entries", "code_calls"])(
    "may read %s, and neither change, take away nor unguard it",
    async (table) => {
      await runtime.pool.query(`SELECT FROM ${table}`);
      for (const statement of [
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `ALTER TABLE ${table} DISABLE TRIGGER USER`,
        `DROP TABLE ${table}`,
        `CREATE TRIGGER t BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
      ]) {
        await expect(runtime.pool.query(statement), statement).rejects.toMatchObject({
          code: "42501",
        });
      }
    },
  );

  it("may not change an entry, nor switch the guards off", async () => {
    for (const statement of [
      "UPDATE audit_entries SET target_label = 'forged'",
      "UPDATE audit_checkpoints SET head_hash = 'a'",
      "SET session_replication_role = replica",
    ]) {
      const refused = runtime.pool.query(statement);
      await expect(refused, statement).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("is enough to mint, to run a batch with its jobs, to throttle and to seal the log", async () => {
    const { miniProgramId } = desk;
    await countSignInTry(runtime, "somebody@example.com", "192.0.2.7");
    const { code } = await mintCode(operator, unlimitedInput(desk));
    expect(code).toMatchObject({ status: "minted" });
    const { batchId } = await planned(operator, unlimitedBatch(miniProgramId, shops(30)));
    const job = { ...runner(runtime), runtime };
    await mintRows(job, batchId, { forMs: 60_000 });
    await runBatch(job, await dueRun(runtime, batchId));
    const batch = await runtime.db.batch.findUniqueOrThrow({ where: { id: batchId } });
    expect(batch.status).toBe("done");
    await sortSearchIndex(job);
    await makeCheckpoint(job);
    expect(await verifyChain({ ...desk.admin, runtime })).toMatchObject({
      intact: true,
      checkpointCount: 1,
    });
  });
});

describe("a desk whose user may not take the role", () => {
  it("works without", async () => {
    const name = `desk_${randomUUID().replaceAll("-", "")}`;
    const owner = new pg.Client({ connectionString: desk.runtime.env.DATABASE_URL });
    await owner.connect();
    await owner.query(`CREATE ROLE ${name} LOGIN PASSWORD 'desk'`);
    await owner.query(`GRANT ALL ON ALL TABLES IN SCHEMA public TO ${name}`);
    await owner.query(`GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO ${name}`);
    const url = new URL(desk.runtime.env.DATABASE_URL);
    url.username = name;
    url.password = "desk";
    const env = { ...desk.runtime.env, DATABASE_URL: url.toString() };
    const other = openRuntime(env, { role: DESK_ROLE });
    const [row] = await other.db.$queryRaw<{ role: string }[]>`SELECT current_user::text AS role`;
    expect(row?.role).toBe(name);
    await withTransaction({ ...desk.admin, runtime: other }, (ctx) =>
      appendEntry(ctx, {
        action: "campaign.created",
        target: { kind: "campaign", id: null, label: "春节" },
        details: {},
      }),
    );
    await other.close();
    await owner.query(`DROP OWNED BY ${name}`);
    await owner.query(`DROP ROLE ${name}`);
    await owner.end();
  });
});
