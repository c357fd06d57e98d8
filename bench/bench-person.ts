import { randomBytes, randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Context } from "@/lib/core/context";
import { parseEnv } from "@/lib/env";
import { openRuntime } from "@/lib/runtime";
import type { Runtime } from "@/lib/runtime";

/** Somebody who may mint, and a mini program, in an empty database. */
export interface BenchPerson {
  runtime: Runtime;
  operator: Context;
  miniProgramId: string;
}

export async function openBenchPerson(
  databaseUrl: string,
  overrides: Record<string, string> = {},
): Promise<BenchPerson> {
  const runtime = openRuntime(
    parseEnv({
      DATABASE_URL: databaseUrl,
      MINTDESK_SECRET: randomBytes(32).toString("base64"),
      MINTDESK_DATA_DIR: path.join(tmpdir(), `mintdesk-bench-${randomUUID()}`),
      LOG_LEVEL: "fatal",
      ...overrides,
    }),
  );
  const { db } = runtime;
  const name = "Chen Wei";
  const role = "operator" as const;
  const user = await db.user.create({
    data: { name, role, email: `${randomUUID()}@example.com`, passwordHash: "unusable" },
  });
  const miniProgram = await db.miniProgram.create({
    data: {
      name: "沙箱",
      wechatAppId: `wx${randomBytes(8).toString("hex")}`,
      secretCiphertext: "sealed",
      quota: { create: {} },
    },
  });
  const operator: Context = {
    runtime,
    actor: { kind: "user", id: user.id, name, role },
    requestId: randomUUID(),
    address: null,
    now: () => new Date(),
  };
  return { runtime, operator, miniProgramId: miniProgram.id };
}
