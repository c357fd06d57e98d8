/** `npm run bench -- list-codes`: runs one measurement of bench/ on a PostgreSQL of its own. */
import { existsSync } from "node:fs";
import { bootstrap } from "./bootstrap/bootstrap.mjs";
import { handOver } from "./bootstrap/hand-over.mjs";
import { inRoot, NODE } from "./bootstrap/paths.mjs";
import { describeError, PlainError } from "./bootstrap/plain-error.mjs";
import { withTestDatabase } from "./check/with-test-database.mjs";

/**
 * @param {string} name
 * @param {string[]} rest what the bench itself takes
 */
async function main(name, rest) {
  const program = inRoot("bench", `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(program)) {
    throw new PlainError(`There is no bench called "${name}".`, {
      cause: "a bench is named after its file in bench/.",
      fix: "run `npm run bench -- list-codes`, or another one of that folder.",
    });
  }
  await bootstrap({ build: false });
  return withTestDatabase((url) =>
    handOver(NODE, ["--import", "tsx", program, ...rest], {
      ...process.env,
      TEST_DATABASE_URL: url,
    }),
  );
}

try {
  process.exitCode = await main(process.argv[2] ?? "", process.argv.slice(3));
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`);
  process.exitCode = 1;
}
