import { z } from "zod";

/** What the command line reads of answers. Whatever else they say goes through to `--json` as it is. */
export function listOf<Row extends z.ZodType>(row: Row) {
  return z.looseObject({ data: z.array(row), next: z.string().nullish() });
}

const Named = z.looseObject({ id: z.string(), name: z.string() });

export const MiniProgram = Named.extend({
  wechatAppId: z.string(),
  archivedAt: z.string().nullable(),
});

export const Campaign = Named.extend({ createdAt: z.string(), codeCount: z.number() });
