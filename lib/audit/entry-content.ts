import { canonicalJson } from "@/lib/audit/canonical-json";
import type { ChainedFields } from "@/lib/audit/chain-hash";
import { contentHash } from "@/lib/audit/content-hash";
import { fieldDigests } from "@/lib/audit/field-digests";

/**
 * What an entry adds to the chain: its content hash, or its whole text when it is from before entries had salts.
 */
export function entryContent(fields: ChainedFields, salt: string | null): string {
  const { miniProgramId = null, campaignId = null, ...older } = fields;
  if (salt !== null)
    return contentHash(fieldDigests(salt, { ...older, miniProgramId, campaignId }));
  // Those had no such fields: whoever fills them in later is found out.
  const added = {
    ...(miniProgramId !== null && { miniProgramId }),
    ...(campaignId !== null && { campaignId }),
  };
  return canonicalJson({ ...older, ...added });
}
