import { payloadProblems } from "@/lib/campaigns/fields-schema";
import type { CampaignField } from "@/lib/campaigns/fields-schema";
import { InvalidInputError } from "@/lib/core/errors";

/** Throws InvalidInputError with the first thing that keeps a payload from being one of the campaign's. */
export function requireFitting(
  fields: readonly CampaignField[],
  payload: unknown,
  formField: string,
): void {
  const [problem] = payloadProblems(fields, payload);
  if (problem) throw new InvalidInputError(problem.reason, formField, problem.values);
}
