import { authorize } from "@/lib/access/authorize";
import type { AuditChanges } from "@/lib/audit/actions";
import { appendEntry } from "@/lib/audit/append-entry";
import { canonicalJson } from "@/lib/audit/canonical-json";
import { commonScope } from "@/lib/codes/common-scope";
import { EditCodesInput, TAGS_MAX_COUNT } from "@/lib/codes/schema";
import type { EditCodesResult } from "@/lib/codes/schema";
import type { Context } from "@/lib/core/context";
import { InvalidInputError, NotFoundError } from "@/lib/core/errors";
import { Prisma } from "@/lib/db/generated/client";
import { withTransaction } from "@/lib/db/transaction";
import type { TransactionContext } from "@/lib/db/transaction";

interface HeldCode {
  id: string;
  label: string;
  tags: string[];
  campaignId: string | null;
  campaignName: string | null;
}

/** The two things that can be changed for many codes at once. */
type Filing = Pick<HeldCode, "id" | "tags" | "campaignId">;

/**
 * Files many codes at once: their campaign, tags added, tags taken off. All or none; throws
 * NotFoundError for an id nobody knows and InvalidInputError for a code that would get too many tags.
 */
export async function editCodes(ctx: Context, input: EditCodesInput): Promise<EditCodesResult> {
  authorize(ctx, "codes:mint");
  const { codeIds, campaignId, addTags, removeTags } = EditCodesInput.parse(input);
  return withTransaction(ctx, async (tctx) => {
    const held = await holdCodes(tctx, new Set(codeIds.map((id) => id.toLowerCase())));
    const campaign = campaignId ? await nameCampaign(tctx, campaignId) : null;
    const changed = held.flatMap((before) => {
      const after = {
        id: before.id,
        tags: retagged(before, addTags, removeTags),
        campaignId: campaignId === undefined ? before.campaignId : (campaign?.id ?? null),
      };
      return isFiledSo(before, after) ? [] : [{ before, after }];
    });
    const [first] = changed;
    if (!first) return { changedCount: 0 };
    await writeCodes(
      tctx,
      changed.map(({ after }) => after),
    );
    const more = changed.length - 1;
    await appendEntry(tctx, {
      action: "codes.edited",
      target: {
        kind: "code",
        id: more === 0 ? first.before.id : null,
        label: more === 0 ? first.before.label : `${first.before.label} +${more}`,
      },
      changes: summaryOf(changed, campaign?.name ?? null),
      details: { codeCount: changed.length, codeIds: changed.map(({ after }) => after.id) },
      scope: await commonScope(tctx.tx, idsSql(changed.map(({ after }) => after.id))),
    });
    return { changedCount: changed.length };
  });
}

const idsSql = (ids: readonly string[]) => Prisma.sql`SELECT unnest(${ids}::uuid[])`;

/** Locks the codes, lowest id first, so that two acts at once wait for each other and never deadlock. */
async function holdCodes(ctx: TransactionContext, ids: Set<string>): Promise<HeldCode[]> {
  const held = await ctx.tx.$queryRaw<HeldCode[]>`
    SELECT c.id, c.label, c.tags, c.campaign_id AS "campaignId", g.name AS "campaignName"
    FROM codes c LEFT JOIN campaigns g ON g.id = c.campaign_id
    WHERE c.id = ANY (${[...ids]}::uuid[]) ORDER BY c.id FOR UPDATE OF c`;
  if (held.length !== ids.size) throw new NotFoundError("code");
  return held;
}

async function nameCampaign(ctx: TransactionContext, id: string) {
  const campaign = await ctx.tx.campaign.findUnique({ where: { id } });
  if (!campaign) throw new NotFoundError("campaign");
  return campaign;
}

function retagged(
  { label, tags }: HeldCode,
  added: readonly string[],
  removed: readonly string[],
): string[] {
  const wanted = [...new Set([...tags.filter((tag) => !removed.includes(tag)), ...added])];
  if (wanted.length > TAGS_MAX_COUNT) {
    throw new InvalidInputError("tagsManyOnCode", "addTags", { label });
  }
  return wanted;
}

function isFiledSo(before: Filing, after: Filing): boolean {
  return (
    before.campaignId === after.campaignId &&
    canonicalJson(before.tags) === canonicalJson(after.tags)
  );
}

async function writeCodes(ctx: TransactionContext, codes: readonly Filing[]): Promise<void> {
  await ctx.tx.$executeRaw`
    UPDATE codes SET campaign_id = r."campaignId", tags = r.tags, updated_at = ${ctx.now()}
    FROM jsonb_to_recordset(${JSON.stringify(codes)}::jsonb)
      AS r (id uuid, "campaignId" uuid, tags text[])
    WHERE codes.id = r.id`;
}

/** What changed over all codes: the campaigns they were in, the tags any of them gained or lost. */
function summaryOf(
  changed: readonly { before: HeldCode; after: Filing }[],
  campaignName: string | null,
): AuditChanges {
  const moved = changed.filter(({ before, after }) => before.campaignId !== after.campaignId);
  const gained = changed.flatMap(({ before, after }) => without(after.tags, before.tags));
  const lost = changed.flatMap(({ before, after }) => without(before.tags, after.tags));
  const left = moved.flatMap(({ before }) => before.campaignName ?? []);
  return {
    ...(moved.length > 0 && { campaign: { from: unique(left), to: campaignName } }),
    ...(gained.length > 0 && { addedTags: { from: null, to: unique(gained) } }),
    ...(lost.length > 0 && { removedTags: { from: unique(lost), to: null } }),
  };
}

function without(tags: readonly string[], others: readonly string[]): string[] {
  return tags.filter((tag) => !others.includes(tag));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
