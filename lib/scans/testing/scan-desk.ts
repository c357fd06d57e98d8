import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import type { Context } from "@/lib/core/context";
import type { Prisma } from "@/lib/db/generated/client";
import type { Runtime } from "@/lib/runtime";
import { countHeardScans } from "@/lib/scans/count-heard-scans";

export function jobOf(runtime: Runtime): Context {
  return {
    actor: { kind: "job", id: null, name: "scans.count" },
    requestId: randomUUID(),
    address: null,
    now: () => new Date(),
    runtime,
  };
}

/** Counts until the inbox is empty. */
export const count = (runtime: Runtime): Promise<void> => countHeardScans(jobOf(runtime));

export async function addMiniProgram(runtime: Runtime): Promise<string> {
  const { id } = await runtime.db.miniProgram.create({
    data: { name: "山茶便利", wechatAppId: randomUUID(), secretCiphertext: "sealed" },
  });
  return id;
}

interface NewScene {
  value?: string;
  page?: string;
  payload?: Prisma.InputJsonObject;
}

export async function addScene(
  runtime: Runtime,
  miniProgramId: string,
  { value = randomUUID().slice(0, 13), page = "pages/shop/index", payload }: NewScene = {},
): Promise<{ id: string; value: string }> {
  const { id } = await runtime.db.scene.create({ data: { miniProgramId, value, page, payload } });
  return { id, value };
}

/** A minted B code that carries the scene. */
export async function addCode(
  runtime: Runtime,
  miniProgramId: string,
  scene: string,
  changes: Partial<Prisma.CodeUncheckedCreateInput> = {},
): Promise<string> {
  const id = v7();
  const pictureSha256 = randomUUID().replaceAll("-", "").repeat(2);
  await runtime.db.picture.create({
    data: {
      sha256: pictureSha256,
      crc32: 1,
      byteSize: 1,
      mediaType: "image/png",
      pixelWidth: 430,
      pixelHeight: 430,
    },
  });
  await runtime.db.code.create({
    data: {
      id,
      miniProgramId,
      scene,
      kind: "WXACODE_UNLIMITED",
      status: "minted",
      mintedAt: changes.createdAt ?? new Date(),
      pictureSha256,
      label: "门口立牌",
      target: "pages/shop/index",
      width: 430,
      identity: randomUUID().replaceAll("-", "").repeat(2),
      createdBy: "林悦",
      ...changes,
    },
  });
  return id;
}

export interface Heard {
  sceneId: string;
  at: Date;
  visitor?: bigint;
  isReport?: boolean;
  version?: number | null;
  sceneValue?: number | null;
  device?: string | null;
  testToken?: string | null;
}

/** Puts events into the inbox as the gate does. */
export async function hear(runtime: Runtime, ...events: Heard[]): Promise<void> {
  await runtime.db.heardScan.createMany({
    data: events.map((event) => ({ visitor: 1n, version: 1, ...event })),
  });
}

/** Scans, repeats and tests of a scene, all days together. */
export async function figuresOf(runtime: Runtime, sceneId: string) {
  const days = await runtime.db.scanDay.findMany({ where: { sceneId } });
  return days.reduce(
    (sum, { scans, repeats, tests }) => ({
      scans: sum.scans + scans,
      repeats: sum.repeats + repeats,
      tests: sum.tests + tests,
    }),
    { scans: 0, repeats: 0, tests: 0 },
  );
}
