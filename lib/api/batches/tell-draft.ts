import type { z } from "zod";
import { draftView } from "@/lib/api/batches/draft-view";
import type { BatchDraft } from "@/lib/api/batches/draft-view";
import { readLocale } from "@/lib/api/batches/read-locale";
import { sentences } from "@/lib/api/problem";
import { getDraft } from "@/lib/batches/get-draft";
import type { Context } from "@/lib/core/context";

/** A draft as the answer of a call. */
export async function tellDraft(
  ctx: Context,
  draftId: string,
  request: Request,
): Promise<z.input<typeof BatchDraft>> {
  const draft = await getDraft(ctx, { draftId });
  return draftView(draft, await sentences(readLocale(request)));
}
