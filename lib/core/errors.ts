/** What can go wrong, as every edge knows it. */
export const ERROR_CODES = [
  "not_signed_in",
  "forbidden",
  "not_found",
  "invalid_input",
  "conflict",
  "quota_exhausted",
  "throttled",
  "wechat_refused",
  "wechat_unreachable",
  "outcome_unknown",
  "storage_unavailable",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * An expected failure. `reason` picks the sentence in the message files
 * (`errors.<reason>`), `values` fill its placeholders; both are safe to show.
 */
export class DomainError extends Error {
  override readonly name = "DomainError";

  constructor(
    readonly code: ErrorCode,
    readonly reason: string,
    readonly values: Record<string, string | number> = {},
    readonly field?: string,
    options?: { cause?: unknown },
  ) {
    super(`${code}: ${reason}`, options);
  }
}

export class NotSignedInError extends DomainError {
  constructor() {
    super("not_signed_in", "notSignedIn");
  }
}

export class ForbiddenError extends DomainError {
  constructor(permission: string) {
    super("forbidden", "forbidden", { permission });
  }
}

/** Also the answer for what exists but is not the asker's: ids of others are never confirmed. */
export class NotFoundError extends DomainError {
  constructor(kind: string) {
    super("not_found", "notFound", { kind });
  }
}

export class InvalidInputError extends DomainError {
  constructor(reason: string, field?: string, values: Record<string, string | number> = {}) {
    super("invalid_input", reason, values, field);
  }
}

export class ConflictError extends DomainError {
  constructor(reason: string, values: Record<string, string | number> = {}, field?: string) {
    super("conflict", reason, values, field);
  }
}
