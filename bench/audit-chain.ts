/**
 * What the log's chain costs: acts with their entry against the same acts without one, eight at a time, and the check
 * of a whole log against reading it and one hash an entry.
 * npm run bench -- audit-chain [--acts 4000] [--rounds 5] [--entries 1000000]
 */
import { createHash, randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import pLimit from "p-limit";
import pg from "pg";
import { createBenchDatabase } from "@/bench/bench-database";
import { openBenchPerson } from "@/bench/bench-person";
import type { BenchPerson } from "@/bench/bench-person";
import { measureInTurns, reportRatios } from "@/bench/report-ratio";
import { appendEntries } from "@/lib/audit/append-entries";
import type { ActorsEntry } from "@/lib/audit/append-entries";
import { verifyChain } from "@/lib/audit/verify-chain";
import type { Context } from "@/lib/core/context";
import { withLongTransaction, withTransaction } from "@/lib/db/transaction";

const AT_ONCE = 8;
const SEEDED_AT_ONCE = 2_000;
const READ_AT_ONCE = 500;
const MB = 1024 * 1024;
const GOALS = { acts: 6, verify: 14, memoryMb: 200 };

async function main(): Promise<boolean> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) throw new Error("Set TEST_DATABASE_URL to a PostgreSQL server's address.");
  const type = "string" as const;
  const { values } = parseArgs({
    options: {
      acts: { type, default: "4000" },
      rounds: { type, default: "5" },
      entries: { type, default: "1000000" },
    },
  });
  const database = await createBenchDatabase(serverUrl);
  try {
    const person = await openBenchPerson(database.url);
    try {
      const met = [
        await benchActs(person, Number(values.acts), Number(values.rounds)),
        await benchVerify(person, database.url, Number(values.entries)),
      ];
      return met.every(Boolean);
    } finally {
      await person.runtime.close();
    }
  } finally {
    await database.drop();
  }
}

async function benchActs({ operator }: BenchPerson, count: number, rounds: number) {
  const run = (withEntry: boolean) => async () => {
    const limit = pLimit(AT_ONCE);
    const acts = Array.from({ length: count }, () => limit(() => act(operator, withEntry)));
    await Promise.all(acts);
  };
  const timings = await measureInTurns(run(true), run(false), rounds);
  const perSecond = (ms: number) => Math.round((count * 1_000) / ms);
  return reportRatios(`${count} acts, ${AT_ONCE} at a time`, [
    {
      name: "with entry : without",
      ...timings,
      goal: GOALS.acts,
      note: `${perSecond(timings.measured.median)} : ${perSecond(timings.reference.median)} acts/s`,
    },
  ]);
}

/** What creating a campaign is, with or without its entry. */
async function act(ctx: Context, withEntry: boolean): Promise<void> {
  await withTransaction(ctx, async (tctx) => {
    const { id, name } = await tctx.tx.campaign.create({
      data: { name: randomUUID(), createdById: ctx.actor.id },
    });
    if (withEntry) await appendEntries(tctx.tx, [entryOf(tctx, id, name)]);
  });
}

function entryOf(ctx: Context, id: string | null, label: string): ActorsEntry {
  return {
    ctx,
    entry: {
      action: "campaign.created",
      target: { kind: "campaign", id, label },
      changes: { name: { from: null, to: label } },
      details: {},
    },
  };
}

async function benchVerify({ operator }: BenchPerson, url: string, count: number) {
  await seedEntries(operator, count);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let peakMb = 0;
  const idleMb = process.memoryUsage().rss / MB;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, process.memoryUsage().rss / MB);
  }, 100);
  try {
    const verify = async () => {
      const verdict = await verifyChain(operator);
      if (!verdict.intact) throw new Error(`Broken at ${verdict.brokenSeq}.`);
    };
    const timings = await measureInTurns(verify, () => walk(client), 1);
    const aboveMb = peakMb - idleMb;
    return reportRatios(`Check of ${count} entries`, [
      {
        name: "verify : SELECT and SHA-256",
        ...timings,
        goal: GOALS.verify,
        note: `${aboveMb.toFixed(0)} MB above idle, <= ${GOALS.memoryMb}`,
        missed: aboveMb > GOALS.memoryMb,
      },
    ]);
  } finally {
    clearInterval(watch);
    await client.end();
  }
}

async function seedEntries(ctx: Context, count: number): Promise<void> {
  const present = await ctx.runtime.db.auditEntry.count();
  for (let written = present; written < count; written += SEEDED_AT_ONCE) {
    const some = Math.min(SEEDED_AT_ONCE, count - written);
    await withLongTransaction(ctx, (tctx) =>
      appendEntries(
        tctx.tx,
        Array.from({ length: some }, (_, place) => entryOf(tctx, null, `春节 ${written + place}`)),
      ),
    );
  }
}

/** The least a check can be: every entry read and hashed once onto the one before. */
async function walk(client: pg.Client): Promise<void> {
  let hash = "";
  for (let after = 0n; ;) {
    const { rows } = await client.query<{ seq: string }>(
      "SELECT * FROM audit_entries WHERE seq > $1 ORDER BY seq LIMIT $2",
      [after.toString(), READ_AT_ONCE],
    );
    for (const row of rows) {
      hash = createHash("sha256").update(hash).update(JSON.stringify(row)).digest("hex");
      after = BigInt(row.seq);
    }
    if (rows.length < READ_AT_ONCE) return;
  }
}

process.exitCode = (await main()) ? 0 : 1;
