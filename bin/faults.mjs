/**
 * `npm run faults -- --seeds 20`: the fault matrix with real processes (lib/testing/faults), more often than
 * `npm test` runs it. `--row 7` (or `--row 7,12`, or `--row mutations`) and `--seed 3` repeat a part of it, `--count 500`
 * sets the rows of a batch.
 */
import { parseArgs } from "node:util";
import { bootstrap } from "./bootstrap/bootstrap.mjs";
import { handOver } from "./bootstrap/hand-over.mjs";
import { inRoot, NODE } from "./bootstrap/paths.mjs";
import { describeError, PlainError } from "./bootstrap/plain-error.mjs";
import { toolEnv } from "./bootstrap/tool-env.mjs";

/** Which variable tells the tests of which option, and what it may say. */
const OPTIONS = /** @type {const} */ ({
  seeds: ["FAULT_SEEDS", /^[1-9]\d*$/],
  seed: ["FAULT_SEED", /^[1-9]\d*$/],
  row: ["FAULT_ROW", /^(mutations|\d+(,\d+)*)$/],
  count: ["FAULT_COUNT", /^[1-9]\d+$/],
});

/** @param {string[]} args */
function readChoice(args) {
  const type = /** @type {const} */ ("string");
  const { values } = parseArgs({
    args,
    options: { seeds: { type }, seed: { type }, row: { type }, count: { type } },
  });
  /** @type {Record<string, string>} */
  const env = {};
  for (const [option, [name, allowed]] of Object.entries(OPTIONS)) {
    const value = values[/** @type {keyof typeof OPTIONS} */ (option)];
    if (value === undefined) continue;
    if (!allowed.test(value)) {
      throw new PlainError(`--${option} ${value} means nothing here.`, {
        cause: "seeds, rows and counts are numbers; a batch has at least 10 rows.",
        fix: "run for instance `npm run faults -- --row 7 --seed 3`.",
      });
    }
    env[name] = value;
  }
  return env;
}

/** @param {string[]} args */
async function main(args) {
  const choice = readChoice(args);
  await bootstrap({ build: false });
  const vitest = [inRoot("node_modules", "vitest", "vitest.mjs"), "run", "--project", "faults"];
  return handOver(NODE, vitest, toolEnv({ ...process.env, ...choice }));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}
