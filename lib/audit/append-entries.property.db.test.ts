import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendEntries } from "@/lib/audit/append-entries";
import { verifyChain } from "@/lib/audit/verify-chain";
import type { Context } from "@/lib/core/context";
import { withTransaction } from "@/lib/db/transaction";
import type { Runtime } from "@/lib/runtime";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

let runtime: Runtime;
let admin: Context;
beforeAll(async () => {
  runtime = await openTestRuntime();
  admin = await asPerson(runtime, "admin");
});
afterAll(() => runtime.close());

/** Every text a database takes, halves of characters too, which it does not. */
const text = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("\ud800", "a\udc00b", "春节", "\\u0041", '"'),
  )
  .map((value) => value.replaceAll("\0", ""));
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(1e21, -0, 5e-324),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    number,
    text,
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(fc.string({ unit: "grapheme-ascii" }), tie("any"), { maxKeys: 3 }),
  ),
})).any;

test("whatever an entry says is hashed as the database gives it back", async () => {
  const said = fc.record({ label: text, name: text, reason: text, from: value, to: value });
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 20 }), async (all) => {
      await withTransaction(admin, (ctx) =>
        appendEntries(
          ctx.tx,
          all.map(({ label, name, reason, from, to }) => ({
            ctx: { ...ctx, actor: { ...admin.actor, name } as Context["actor"] },
            entry: {
              action: "quota.adjusted",
              target: { kind: "campaign", id: null, label },
              changes: { field: { from, to } },
              details: { amount: 1, reason },
            },
          })),
        ),
      );
      expect(await verifyChain(admin)).toMatchObject({ intact: true });
    }),
    { numRuns: 25 },
  );
});
