import { z } from "zod";
import { Id, Moment } from "@/lib/api/schema";
import { AppKind } from "@/lib/mini-programs/schema";
import type { MiniProgramRow } from "@/lib/mini-programs/schema";

/** A mini program as programs see it. */
export const MiniProgram = z
  .object({
    id: Id,
    name: z.string(),
    wechatAppId: z.string().describe("WeChat's AppID."),
    appKind: AppKind,
    isSandbox: z.boolean().describe("Of the built-in sandbox: its codes open nothing."),
    defaultPage: z.string().describe("Empty: the home page."),
    defaultWidth: z.int(),
    defaultLineColor: z.string(),
    createdAt: Moment,
    archivedAt: Moment.nullable().describe("Since when nothing is minted for it any more."),
  })
  .meta({ id: "MiniProgram" });

export function miniProgramView(miniProgram: MiniProgramRow): z.input<typeof MiniProgram> {
  const { id, name, wechatAppId, appKind, isSandbox, createdAt, archivedAt } = miniProgram;
  const { defaultPage, defaultWidth, defaultLineColor } = miniProgram;
  return {
    id,
    name,
    wechatAppId,
    appKind,
    isSandbox,
    defaultPage,
    defaultWidth,
    defaultLineColor,
    createdAt: createdAt.toISOString(),
    archivedAt: archivedAt?.toISOString() ?? null,
  };
}
