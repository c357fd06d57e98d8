import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import type { Runtime } from "@/lib/runtime";

interface InsertedCode {
  label?: string;
  tags?: string[];
  target?: string;
  envVersion?: "release" | "trial" | "develop";
}

/** Puts codes straight into the database, a minute apart, the oldest first; gives their ids. */
export async function insertCodes(
  runtime: Runtime,
  count: number,
  codeAt: (index: number) => InsertedCode = () => ({}),
): Promise<string[]> {
  const miniProgram = await runtime.db.miniProgram.create({
    data: { name: "山茶便利", wechatAppId: randomUUID(), secretCiphertext: "sealed" },
  });
  const start = Date.parse("2026-02-16T23:30:00+08:00");
  const codes = Array.from({ length: count }, (_, index) => ({
    id: v7(),
    miniProgramId: miniProgram.id,
    kind: "WXACODE" as const,
    label: `海报 ${index}`,
    target: `pages/shop/index?id=${index}`,
    width: 430,
    reason: "印刷",
    identity: randomUUID().replaceAll("-", "").repeat(2),
    createdBy: "林悦",
    createdAt: new Date(start + index * 60_000),
    ...codeAt(index),
  }));
  await runtime.db.code.createMany({ data: codes });
  return codes.map(({ id }) => id);
}
