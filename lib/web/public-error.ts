import { ZodError } from "zod";
import { DomainError } from "@/lib/core/errors";
import type { ErrorCode } from "@/lib/core/errors";
import { log } from "@/lib/log";

/** What an edge may tell the browser. `reason` picks `errors.<reason>` in the message files. */
export interface PublicError {
  code: ErrorCode | "unexpected";
  reason: string;
  values: Record<string, string | number>;
  /** Path of the field at fault, as in the form. */
  field?: string;
  requestId: string;
}

/** Translates any failure; what we did not expect is logged and only its request id leaves. */
export function publicError(error: unknown, requestId: string): PublicError {
  if (error instanceof DomainError) {
    const { code, reason, values, field } = error;
    return { code, reason, values, field, requestId };
  }
  if (error instanceof ZodError) {
    const issue = error.issues[0];
    const reason = /^[a-z][A-Za-z]+$/.test(issue?.message ?? "") ? issue?.message : undefined;
    return {
      code: "invalid_input",
      reason: reason ?? "inputInvalid",
      values: {},
      field: issue?.path.join("."),
      requestId,
    };
  }
  log.error({ err: error, requestId }, "unexpected failure");
  return { code: "unexpected", reason: "unexpected", values: { requestId }, requestId };
}

const STATUS: Record<PublicError["code"], number> = {
  not_signed_in: 401,
  forbidden: 403,
  not_found: 404,
  invalid_input: 422,
  conflict: 409,
  quota_exhausted: 409,
  throttled: 429,
  wechat_refused: 502,
  wechat_unreachable: 502,
  outcome_unknown: 502,
  storage_unavailable: 507,
  unexpected: 500,
};

/** HTTP status of an error; exhaustive by its type. */
export function httpStatus(code: PublicError["code"]): number {
  return STATUS[code];
}
