import { z } from "zod";
import type { Desk } from "./desk";
import { EXIT } from "./exit-codes";
import { follow } from "./follow";
import { openProgress } from "./progress";
import type { Say } from "./say";
import { tellStatus } from "./tell-status";
import { textFacts } from "./text-table";

/** What is read of a pack. */
export const Pack = z.looseObject({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  codeCount: z.number(),
  doneCount: z.number(),
  fileName: z.string(),
  byteSize: z.number().nullable(),
  sha256: z.string().nullable(),
  failure: z.string().nullable(),
});
export type Pack = z.output<typeof Pack>;

/** A pack when it is made, or when it is clear that it will not be. */
export async function waitForPack(desk: Desk, id: string): Promise<Pack> {
  const progress = openProgress(desk.say("packProgress"));
  const path = `GET /packs/${encodeURIComponent(id)}`;
  try {
    return await follow(
      async () => {
        const pack = await desk.client.read(path, Pack);
        if (pack.status === "preparing") progress.at(pack.doneCount, pack.codeCount);
        return pack;
      },
      ({ status }) => status !== "preparing",
      desk.signal,
    );
  } finally {
    progress.end();
  }
}

export function packExit({ status }: Pack): number {
  if (status === "failed") return EXIT.unexpected;
  return ["cancelled", "removed"].includes(status) ? EXIT.conflict : EXIT.done;
}

export function tellPack(pack: Pack, say: Say): string {
  return textFacts([
    [say("name"), pack.name],
    [say("status"), tellStatus(pack.status, say)],
    [say("codes"), pack.codeCount],
    [say("bytes"), pack.byteSize],
    ["SHA-256", pack.sha256],
    ...(pack.status === "failed" ? [[say("why"), pack.failure] as const] : []),
    ["id", pack.id],
  ]);
}
