import { randomUUID } from "node:crypto";
import type { ApiDesk } from "@/lib/api/testing/api-desk";

/** The least that mints a B code; anything can be replaced. */
export function unlimitedBody({ miniProgramId }: ApiDesk, changes: object = {}): object {
  return {
    kind: "WXACODE_UNLIMITED",
    miniProgramId,
    label: "朝阳门店 3 号桌",
    carries: { as: "scene", scene: `t=${randomUUID().slice(0, 8)}` },
    ...changes,
  };
}

/** The least that mints an A code. */
export function limitedBody({ miniProgramId }: ApiDesk, changes: object = {}): object {
  return {
    kind: "WXACODE",
    miniProgramId,
    label: "总部大厅海报",
    path: `pages/shop/index?id=${randomUUID().slice(0, 8)}`,
    reason: "印在大楼外墙上",
    ...changes,
  };
}
