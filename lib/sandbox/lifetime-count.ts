import type { CodeRequest } from "./code-request";
import { IdentityCount, type Taken } from "./identity-count";

export const LIFETIME_LIMIT = 100_000;

/**
 * The 100,000 of one account, shared by A and C (section 2.3). Identical parameters count once
 * and still work when the limit is reached. Some ten megabytes when full.
 */
export class LifetimeCount extends IdentityCount {
  constructor(limit: number) {
    super(limit, LIFETIME_LIMIT);
  }

  take(request: CodeRequest, lookCounts: boolean): Taken {
    const { kind, target, width, lineColor, isHyaline, envVersion } = request;
    const look = lookCounts
      ? [width, lineColor.r, lineColor.g, lineColor.b, isHyaline, envVersion]
      : [];
    return this.takeIdentity(JSON.stringify([kind, target, ...look]));
  }
}
