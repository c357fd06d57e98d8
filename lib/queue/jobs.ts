import { z } from "zod";

export interface JobDefinition {
  payload: z.ZodType;
  /** How often a failed run is repeated, and after how many seconds at first. */
  retryLimit: number;
  retryDelaySeconds: number;
  /** A run that takes longer counts as lost, in seconds. */
  expireInSeconds: number;
  /** Runs of it that a process has at once; one when absent. */
  atOnce?: number;
  /** Of one group, in all processes together, and fetched in one go; each by itself when absent. */
  atOncePerGroup?: number;
}

/** Every background job: an imperative name, what it carries (ids only) and how it is repeated. */
export const JOBS = {
  "codes.sort-search-index": {
    payload: z.strictObject({}),
    retryLimit: 2,
    retryDelaySeconds: 10,
    expireInSeconds: 300,
  },
  "batches.run": {
    payload: z.strictObject({ batchId: z.uuid(), runToken: z.uuid() }),
    retryLimit: 20,
    retryDelaySeconds: 2,
    expireInSeconds: 600,
    atOnce: 8,
  },
  "packs.prepare": {
    payload: z.strictObject({ packId: z.uuid() }),
    retryLimit: 6,
    retryDelaySeconds: 5,
    expireInSeconds: 6 * 3_600,
    atOnce: 2,
  },
  "packs.wake": {
    payload: z.strictObject({}),
    retryLimit: 0,
    retryDelaySeconds: 0,
    expireInSeconds: 60,
  },
  "packs.remove-old": {
    payload: z.strictObject({}),
    retryLimit: 0,
    retryDelaySeconds: 0,
    expireInSeconds: 3_600,
  },
  "audit.seal-blocks": {
    payload: z.strictObject({}),
    retryLimit: 0,
    retryDelaySeconds: 0,
    expireInSeconds: 3_600,
  },
  "storage.remove-abandoned-files": {
    payload: z.strictObject({}),
    retryLimit: 0,
    retryDelaySeconds: 0,
    expireInSeconds: 300,
  },
  "sheets.remove-old": {
    payload: z.strictObject({}),
    retryLimit: 0,
    retryDelaySeconds: 0,
    expireInSeconds: 600,
  },
  "people.remove-expired-sessions": {
    payload: z.strictObject({}),
    retryLimit: 0,
    retryDelaySeconds: 0,
    expireInSeconds: 300,
  },
  "wechat-state.remove-old": {
    payload: z.strictObject({}),
    retryLimit: 0,
    retryDelaySeconds: 0,
    expireInSeconds: 300,
  },
  "idempotency.remove-old": {
    payload: z.strictObject({}),
    retryLimit: 0,
    retryDelaySeconds: 0,
    expireInSeconds: 300,
  },
  "quota.mail-notices": {
    payload: z.strictObject({ miniProgramId: z.uuid() }),
    retryLimit: 8,
    retryDelaySeconds: 90,
    expireInSeconds: 300,
  },
  "audit.mail-checkpoint": {
    payload: z.strictObject({}),
    retryLimit: 8,
    retryDelaySeconds: 90,
    expireInSeconds: 300,
  },
  "scans.remove-old": {
    payload: z.strictObject({}),
    retryLimit: 0,
    retryDelaySeconds: 0,
    expireInSeconds: 3_600,
  },
  // Repeated when a worker died at it; what a receiver refused is queued anew by the verb.
  "webhooks.deliver": {
    payload: z.strictObject({ deliveryId: z.uuid() }),
    retryLimit: 12,
    retryDelaySeconds: 2,
    expireInSeconds: 60,
    atOnce: 8,
    atOncePerGroup: 4,
  },
  "webhooks.remove-old": {
    payload: z.strictObject({}),
    retryLimit: 0,
    retryDelaySeconds: 0,
    expireInSeconds: 3_600,
  },
} as const satisfies Record<string, JobDefinition>;

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]["payload"]>;

export const JOB_NAMES = Object.keys(JOBS) as JobName[];
