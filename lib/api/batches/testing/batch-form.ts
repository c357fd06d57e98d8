import { randomUUID } from "node:crypto";
import type { ApiDesk } from "@/lib/api/testing/api-desk";

/** So many shops, each under a number nobody else has. */
export function rowsOf(count: number): { 店号: string; 店名: string }[] {
  const mark = randomUUID().slice(0, 8);
  return Array.from({ length: count }, (_, index) => ({
    店号: `${mark}-${index + 1}`,
    店名: `门店 ${index + 1}`,
  }));
}

/** Settings for B codes out of such rows, one shop number into each scene. */
export function batchForm({ miniProgramId }: ApiDesk, changes: object = {}): object {
  return {
    kind: "WXACODE_UNLIMITED",
    name: "桌贴",
    miniProgramId,
    labelTemplate: "{店名}",
    pageTemplate: "pages/index/index",
    carries: { as: "scene", column: "店号" },
    ...changes,
  };
}
