import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/db/generated/client";
import type { Runtime } from "@/lib/runtime";

interface InsertedScene {
  miniProgramId?: string;
  value?: string;
  page?: string;
  payload?: Prisma.InputJsonObject;
  createdAt?: Date;
  /** Of the code that carries it; null: no code does. */
  code?: Partial<Prisma.CodeUncheckedCreateInput> | null;
}

/** A mini program to put scenes into. */
export async function insertMiniProgram(runtime: Runtime): Promise<string> {
  const { id } = await runtime.db.miniProgram.create({
    data: { name: "山茶便利", wechatAppId: randomUUID(), secretCiphertext: "sealed" },
  });
  return id;
}

/** Puts a scene straight into the database, with a code that carries it. */
export async function insertScene(
  runtime: Runtime,
  { code = {}, ...given }: InsertedScene = {},
): Promise<{ id: string; miniProgramId: string; value: string }> {
  const miniProgramId = given.miniProgramId ?? (await insertMiniProgram(runtime));
  const value = given.value ?? randomUUID().slice(0, 20);
  const page = given.page ?? "pages/table/index";
  const scene = await runtime.db.scene.create({
    data: { page, ...given, miniProgramId, value },
  });
  if (code) {
    await runtime.db.code.create({
      data: {
        miniProgramId,
        scene: value,
        kind: "WXACODE_UNLIMITED",
        label: "朝阳门店 3 号桌",
        target: page,
        width: 430,
        identity: randomUUID().replaceAll("-", "").repeat(2),
        createdBy: "林悦",
        createdAt: new Date(),
        ...code,
      },
    });
  }
  return { id: scene.id, miniProgramId, value };
}
