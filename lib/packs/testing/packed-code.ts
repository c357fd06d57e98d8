import { randomUUID } from "node:crypto";
import type { PackedCode } from "@/lib/packs/packed-code";

/** A code of a pack; anything can be replaced. */
export function packedCode(changes: Partial<PackedCode> = {}): PackedCode {
  return {
    position: 1,
    codeId: randomUUID(),
    serial: "A7K-0412",
    label: "朝阳门店 3 号桌",
    tags: ["门店"],
    miniProgramName: "山茶便利",
    wechatAppId: "wx0123456789abcdef",
    isSandbox: false,
    campaignName: "春茶",
    batchName: "三月桌贴",
    batchRow: 3,
    kind: "WXACODE_UNLIMITED",
    target: "pages/shop/index",
    scene: "s=1042",
    page: "pages/shop/index",
    payload: { city: "北京", table: 3 },
    isRetired: false,
    width: 430,
    createdBy: "林悦",
    createdAt: new Date("2026-03-01T02:00:00Z"),
    mintedAt: new Date("2026-03-01T17:00:00Z"),
    picture: {
      sha256: "ab".repeat(32),
      crc32: 1,
      byteSize: 60_000,
      mediaType: "image/jpeg",
      pixelWidth: 430,
      pixelHeight: 430,
    },
    ...changes,
  };
}
