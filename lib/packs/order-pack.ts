import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { authorize } from "@/lib/access/authorize";
import { appendEntry } from "@/lib/audit/append-entry";
import { commonScope } from "@/lib/codes/common-scope";
import type { Context } from "@/lib/core/context";
import { ConflictError } from "@/lib/core/errors";
import { brokenConstraint } from "@/lib/db/constraint-errors";
import { databaseNow } from "@/lib/db/database-now";
import { Prisma } from "@/lib/db/generated/client";
import { withLongTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";
import { LOCALES } from "@/lib/i18n/locales";
import type { Locale } from "@/lib/i18n/locales";
import { log } from "@/lib/log";
import { freezeChosen } from "@/lib/packs/freeze-chosen";
import { readNameTemplate } from "@/lib/packs/naming/name-template";
import { packFileName } from "@/lib/packs/pack-file-name";
import { preparePack } from "@/lib/packs/prepare-pack";
import { OrderPackInput } from "@/lib/packs/schema";
import type { PackOptions, PackStatus } from "@/lib/packs/schema";

/** Of so few codes a ZIP of the pictures as they are is ready before the answer, and its download starts at once. */
const AT_ONCE_CODES = 3_000;
/** The job then only looks after what a process may have left that died meanwhile. */
const LOOK_AFTER_SECONDS = 20;

const Input = OrderPackInput.extend({ locale: z.enum(LOCALES) });
type Parsed = z.output<typeof Input>;

export interface OrderPackResult {
  packId: string;
  status: PackStatus;
  isSameRequest: boolean;
}

/**
 * Puts down which codes are in a pack, for good, and has it prepared. The same filled-in form sent twice gives one
 * pack. Throws InvalidInputError (nothing that may be in it, too many, a name template that cannot be read),
 * NotFoundError for what does not exist, and ConflictError `packTemplateGone`.
 */
export async function orderPack(
  ctx: Context,
  input: OrderPackInput & { locale: Locale },
): Promise<OrderPackResult> {
  authorize(ctx, "packs:write");
  const parsed = Input.parse(input);
  const { options, requestKey } = parsed;
  if ("nameTemplate" in options) readNameTemplate(options, { codeCount: 1 });
  const existing = await findSameRequest(ctx, requestKey);
  if (existing) return existing;
  const ordered = await placeOrder(ctx, parsed);
  if (ordered.isSameRequest || !ordered.isAtOnce) return withoutHaste(ordered);
  await prepareNow(ctx, ordered.packId);
  return { ...(await readStatus(ctx, ordered.packId)), isSameRequest: false };
}

type Ordered = OrderPackResult & { isAtOnce: boolean };

function withoutHaste({ isAtOnce: _isAtOnce, ...result }: Ordered): OrderPackResult {
  return result;
}

async function placeOrder(ctx: Context, parsed: Parsed): Promise<Ordered> {
  try {
    return await withLongTransaction(ctx, (tctx) => order(tctx, parsed));
  } catch (error) {
    const isTaken = brokenConstraint(error) === "packs_request_key_key";
    const quicker = isTaken && (await findSameRequest(ctx, parsed.requestKey));
    if (quicker) return { ...quicker, isAtOnce: false };
    throw error;
  }
}

/** The key is only honoured for its own maker, so a guessed one reveals nothing. */
async function findSameRequest(ctx: Context, requestKey: string): Promise<OrderPackResult | null> {
  const pack = await ctx.runtime.db.pack.findFirst({
    where: { requestKey, createdById: ctx.actor.id },
    select: { id: true, status: true },
  });
  return pack && { packId: pack.id, status: pack.status, isSameRequest: true };
}

async function order(ctx: TransactionContext, parsed: Parsed): Promise<Ordered> {
  const { name, options, selection, locale, requestKey } = parsed;
  await requireTemplate(ctx, options);
  const packId = uuidv7();
  const { codeCount, leftOut, insertCodes } = await freezeChosen(ctx, selection);
  const { form } = options;
  await ctx.tx.pack.create({
    data: {
      id: packId,
      name,
      form,
      options,
      selection,
      locale,
      codeCount,
      leftOut,
      ...packFileName(name, form),
      auditSeq: 0n,
      requestKey,
      createdById: ctx.actor.id,
      createdBy: ctx.actor.name,
      createdAt: await databaseNow(ctx.tx),
    },
  });
  await insertCodes(packId);
  const isAtOnce = form === "pictures" && codeCount <= AT_ONCE_CODES;
  const afterSeconds = isAtOnce ? LOOK_AFTER_SECONDS : 0;
  await ctx.runtime.queue.enqueue(ctx.tx, "packs.prepare", { packId }, { afterSeconds });
  const auditSeq = await appendEntry(ctx, {
    action: "pack.ordered",
    target: { kind: "pack", id: packId, label: name },
    details: { form, codeCount, leftOut, selection: selection.kind },
    scope: await commonScope(
      ctx.tx,
      Prisma.sql`SELECT code_id FROM pack_codes WHERE pack_id = ${packId}::uuid`,
    ),
  });
  await ctx.tx.pack.update({ where: { id: packId }, data: { auditSeq } });
  return { packId, status: "preparing", isSameRequest: false, isAtOnce };
}

/** A look somebody removed meanwhile is told of at once, not by a job. */
async function requireTemplate({ tx }: TransactionContext, options: PackOptions): Promise<void> {
  if (options.form !== "framed" && options.form !== "posters") return;
  const kind = options.form === "framed" ? "frame" : "poster";
  const living = await tx.packTemplate.findFirst({
    where: { id: options.drawing.templateId, kind, archivedAt: null },
    select: { id: true },
  });
  if (!living) throw new ConflictError("packTemplateGone", {}, "options.drawing.templateId");
}

/** The order stands whatever comes of it here; the job looks after it. */
async function prepareNow(ctx: Context, packId: string): Promise<void> {
  try {
    await preparePack(ctx, { packId });
  } catch (error) {
    log.warn({ err: error, packId, requestId: ctx.requestId }, "a pack is left to the worker");
  }
}

async function readStatus(ctx: Context, packId: string) {
  const { status } = await ctx.runtime.db.pack.findUniqueOrThrow({ where: { id: packId } });
  return { packId, status };
}
