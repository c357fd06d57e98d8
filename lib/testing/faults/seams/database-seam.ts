import pg from "pg";
import type { Point } from "@/lib/testing/faults/failpoints";
import { reach } from "@/lib/testing/faults/seams/reach";

type Act = "Reserve" | "Outcome";

/** One statement that commits by itself. */
const SENT = /update\s+codes\s+set\s+status\s*=\s*'sent'/i;

/** Transactions are told by what they write; the first of these decides. */
const SIGNS: readonly [RegExp, Act][] = [
  [/insert\s+into\s+(?:"?public"?\.)?"?code_calls"?/i, "Outcome"],
  [/insert\s+into\s+(?:"?public"?\.)?"?batches"?/i, "Reserve"],
];

/** Stands before and after the commits that matter. */
export function standAtDatabase(): void {
  const acts = new WeakMap<object, Act>();
  const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
  const query = prototype.query;
  prototype.query = function (this: object, ...given: unknown[]): unknown {
    const text = textOf(given[0]);
    if (/^\s*(begin|rollback)/i.test(text)) acts.delete(this);
    const sign = SIGNS.find(([pattern]) => pattern.test(text));
    if (sign && !acts.has(this)) acts.set(this, sign[1]);
    const act = /^\s*commit/i.test(text) ? acts.get(this) : undefined;
    const passing = SENT.test(text) ? "Sent" : act;
    if (!passing) return Reflect.apply(query, this, given);
    acts.delete(this);
    reach(`before${passing}` satisfies Point);
    const after = () => reach(`after${passing}` satisfies Point);
    const result = Reflect.apply(
      query,
      this,
      given.map((each) => tellBefore(each, after)),
    );
    if (!(result instanceof Promise)) return result;
    return result.then((rows: unknown) => {
      after();
      return rows;
    });
  };
}

/** A pool hands its client a callback, and gets no promise. */
function tellBefore(given: unknown, tell: () => void): unknown {
  if (typeof given !== "function") return given;
  return (...answer: unknown[]): unknown => {
    tell();
    return Reflect.apply(given, undefined, answer);
  };
}

function textOf(query: unknown): string {
  if (typeof query === "string") return query;
  const isNamed = typeof query === "object" && query !== null && "text" in query;
  return isNamed ? String(query.text) : "";
}
