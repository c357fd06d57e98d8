import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checked, unlimitedBatch } from "@/lib/batches/testing/batch-input";
import type { BatchInput } from "@/lib/batches/testing/batch-input";
import { previewRepoint } from "@/lib/codes/preview-repoint";
import { withLongTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { ownMiniProgram } from "@/lib/testing/own-mini-program";
import { openSandboxDesk } from "@/lib/testing/sandbox-desk";
import type { SandboxDesk } from "@/lib/testing/sandbox-desk";

const MANY = 2_000;
/** Rows of scenes and codes that may be looked at for each row; without the right index it is thousands. */
const LOOKS_MAX = 20;

let desk: SandboxDesk;
let miniProgramId: string;

beforeAll(async () => {
  desk = await openSandboxDesk();
  await insertCodes((await ownMiniProgram(desk)).id);
  await desk.runtime.db.$executeRaw`ANALYZE`;
  // What was made since is unknown to the planner.
  ({ id: miniProgramId } = await ownMiniProgram(desk));
  await insertCodes(miniProgramId);
});
afterAll(() => desk.close());

async function insertCodes(owner: string): Promise<void> {
  await desk.runtime.db.$executeRaw`
    INSERT INTO scenes (id, mini_program_id, value, page, payload, created_at)
    SELECT gen_random_uuid(), ${owner}::uuid, 's-' || n, 'pages/index/index', jsonb_build_object('table', n::text), now()
    FROM generate_series(1, ${MANY}::int) AS n`;
  await desk.runtime.db.$executeRaw`
    INSERT INTO codes (id, mini_program_id, kind, label, target, scene, width, identity, created_by_name,
      created_at, updated_at)
    SELECT id, mini_program_id, 'WXACODE_UNLIMITED', 'Table', page, value, 430, md5(id::text) || md5(value), '林悦',
      now(), now() FROM scenes WHERE mini_program_id = ${owner}::uuid`;
}

/** How many rows of scenes and codes `work` looks at, for each of the many. */
async function looksOf(work: (ctx: TransactionContext) => Promise<unknown>): Promise<number> {
  return withLongTransaction(desk.operator, async (ctx) => {
    await work(ctx);
    const [seen] = await ctx.tx.$queryRaw<{ looks: number }[]>`
      SELECT sum(seq_tup_read + idx_tup_fetch)::float8 AS looks FROM pg_stat_xact_user_tables
      WHERE relname IN ('scenes', 'codes')`;
    return (seen?.looks ?? Number.NaN) / MANY;
  });
}

const numbers = Array.from({ length: MANY }, (_, index) => [String(index + 1), randomUUID()]);
const batch = (carries: Extract<BatchInput, { kind: "WXACODE_UNLIMITED" }>["carries"]) =>
  unlimitedBatch(miniProgramId, numbers, {
    columns: ["桌", "号"],
    labelTemplate: "{桌} {号}",
    pageTemplate: "pages/index/index",
    carries,
  });

it("rows of data are held against scenes made a moment ago by one look each", async () => {
  const fields = [{ name: "table", column: "桌" }];
  const looks = await looksOf((ctx) => checked(ctx, batch({ as: "payload", fields, fixed: {} })));
  expect(looks).toBeLessThan(LOOKS_MAX);
});

it("rows of scenes are held against those made a moment ago by one look each", async () => {
  const looks = await looksOf((ctx) => checked(ctx, batch({ as: "scene", column: "号" })));
  expect(looks).toBeLessThan(LOOKS_MAX);
});

it("scenes made a moment ago are found for re-pointing by one look each", async () => {
  const looks = await looksOf((ctx) =>
    previewRepoint(ctx, {
      filter: { miniProgramId, campaignId: "none" },
      change: { page: "pages/new/index", payload: { as: "keep" }, at: null, why: "" },
    }),
  );
  expect(looks).toBeLessThan(LOOKS_MAX);
});
