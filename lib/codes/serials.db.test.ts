import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countCodes } from "@/lib/codes/count-codes";
import { countFacets } from "@/lib/codes/count-facets";
import { listCodes } from "@/lib/codes/list-codes";
import { insertCodes } from "@/lib/codes/testing/insert-codes";
import type { Context } from "@/lib/core/context";
import type { Runtime } from "@/lib/runtime";
import { readSerial } from "@/lib/scenes/read-serial";
import { asPerson, openTestRuntime } from "@/lib/testing/test-runtime";

const MANY = 1_000_000;

let runtime: Runtime;
let marketing: Context;
let ids: string[];
let serial: string;

beforeAll(async () => {
  runtime = await openTestRuntime();
  marketing = await asPerson(runtime, "marketing");
  ids = await insertCodes(runtime, 5);
  ({ serial } = await runtime.db.code.findUniqueOrThrow({ where: { id: ids[2] } }));
  // Another code says the serial in its name.
  await runtime.db.code.update({ where: { id: ids[4] }, data: { label: `Copy of ${serial}` } });
});
afterAll(() => runtime.close());

describe("serials", () => {
  it(
    "of a million numbers from anywhere are all different and look like nothing else",
    { timeout: 60_000 },
    async () => {
      const [found] = await runtime.db.$queryRaw<Record<string, number>[]>`
        WITH made AS MATERIALIZED (
          SELECT n, code_serial(n) COLLATE "C" AS serial FROM (
            SELECT DISTINCT (random() * 600000000)::bigint AS n FROM generate_series(1, ${MANY}::int)) AS numbers)
        SELECT (count(*) - count(DISTINCT serial))::int AS twins,
          count(*) FILTER (WHERE serial !~
            '^[ACDEFGHJKLMNPRTUVWXY][2-9][ACDEFGHJKLMNPRTUVWXY]{1,2}-[0-9]{4}$')::int AS strange
        FROM made`;
      expect(found).toEqual({ twins: 0, strange: 0 });
    },
  );

  it("of numbers that follow each other are all different to the last block", async () => {
    const [found] = await runtime.db.$queryRaw<{ distinct: number; blocks: number }[]>`
      SELECT count(DISTINCT code_serial(n))::int AS distinct, count(DISTINCT left(code_serial(n), 3))::int AS blocks
      FROM generate_series(31950000, 32050000) AS n`;
    expect(found).toEqual({ distinct: 100_001, blocks: 11 });
  });

  it("are read back as they were given", async () => {
    const given = await runtime.db.code.findMany({ select: { serial: true } });
    expect(given.map((code) => readSerial(code.serial.toLowerCase()))).toEqual(
      given.map((code) => code.serial),
    );
  });
});

const found = async (search: string) =>
  (await listCodes(marketing, { search })).rows.map(({ id }) => id);

describe("a search for a serial", () => {
  it("finds its code in any case, with spaces or without its hyphen", async () => {
    expect(await found(serial)).toEqual([ids[4], ids[2]]);
    for (const typed of [
      serial.toLowerCase(),
      serial.replace("-", ""),
      serial.replace("-", " "),
      ` ${serial.slice(0, 2)} ${serial.slice(2)} `,
    ]) {
      expect(await found(typed), typed).toContain(ids[2]);
    }
    expect(await found("Y9Y-9999")).toEqual([]);
  });

  it("is counted and narrowed like any other", async () => {
    expect(await countCodes(marketing, { search: serial })).toEqual({ count: 2, capped: false });
    const typed = serial.replace("-", "").toLowerCase();
    expect(await countCodes(marketing, { search: typed })).toEqual({ count: 1, capped: false });
    expect((await countFacets(marketing, { search: typed })).kind).toEqual([
      { value: "WXACODE", label: "WXACODE", count: 1, capped: false },
    ]);
    expect((await countFacets(marketing, { search: serial })).kind).toMatchObject([{ count: 2 }]);
    const wrongKind = { search: typed, kind: "WXA_QRCODE" } as const;
    expect((await listCodes(marketing, wrongKind)).rows).toEqual([]);
    expect(await countCodes(marketing, wrongKind)).toMatchObject({ count: 0 });
  });

  it("comes after a page's last code only where it belongs", async () => {
    const first = await listCodes(marketing, { search: serial, limit: 1 });
    expect(first.rows.map(({ id }) => id)).toEqual([ids[4]]);
    const second = await listCodes(marketing, {
      search: serial,
      limit: 1,
      cursor: first.next ?? undefined,
    });
    expect(second.rows.map(({ id }) => id)).toEqual([ids[2]]);
    expect(second.next).toBeNull();
  });
});
