/** The supervisor with parts made for tests: run-fake-plan.ts <data folder> <part[:stubborn]>… [postgres]. */
import { join } from "node:path";
import { inRoot } from "../../bootstrap/paths.mjs";
import { preparePostgres } from "../../postgres/prepare-postgres";
import { plainNodeArgs } from "../node-args";
import type { Part } from "../part";
import { supervise } from "../supervise";
import { createVoice } from "../voice";

const [dataDir = "", ...names] = process.argv.slice(2);
const voice = createVoice((text) => process.stdout.write(text), true);

function fakePart(spec: string): Part {
  const [name = "", mood = ""] = spec.split(":");
  const script = inRoot("bin", "supervisor", "testing", "fake-part.mjs");
  return {
    name,
    ...plainNodeArgs([script, join(dataDir, `${name}.pids`), mood]),
    env: process.env,
    readyWithinMs: 20_000,
    graceMs: 500,
    isReady: async (part) => part.said("ready"),
  };
}

const plan = {
  dataDir,
  address: "http://fake.test",
  ports: [],
  postgres: names.includes("postgres") ? preparePostgres : null,
  prepare: async () => ({
    parts: names.filter((name) => name !== "postgres").map(fakePart),
    announcement: "everything runs",
  }),
};

process.exit(await supervise(plan, voice));
