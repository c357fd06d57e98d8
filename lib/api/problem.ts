import { createTranslator } from "next-intl";
import { z, ZodError } from "zod";
import { pointerStep } from "@/lib/api/pointer-step";
import { ERROR_CODES } from "@/lib/core/errors";
import { loadMessages } from "@/lib/i18n/load-messages";
import type { Locale } from "@/lib/i18n/locales";
import { httpStatus, publicError } from "@/lib/web/public-error";

/** What only HTTP can get wrong. */
const HTTP_CODES = {
  bad_request: 400,
  method_not_allowed: 405,
  not_acceptable: 406,
  idempotency_in_progress: 409,
  precondition_failed: 412,
  too_large: 413,
  unsupported_media_type: 415,
  range_not_satisfiable: 416,
  idempotency_key_reused: 422,
  precondition_required: 428,
} as const;
type HttpCode = keyof typeof HTTP_CODES;

/** Every `code` there is: programs may tell cases apart by it, and by nothing else. */
export const PROBLEM_CODES = [
  ...ERROR_CODES,
  ...(Object.keys(HTTP_CODES) as HttpCode[]),
  "unexpected",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

const FieldFault = z.object({
  pointer: z.string().describe("JSON pointer into the body, or `?name` of the query."),
  reason: z.string().describe("A word for programs, as `labelLong`."),
  detail: z.string().describe("What is wrong and what helps."),
});

/** RFC 9457. */
export const Problem = z
  .object({
    type: z.url().describe("Where the code is explained."),
    title: z.string().describe("The code in words."),
    status: z.int().min(400).max(599),
    code: z.enum(PROBLEM_CODES),
    reason: z.string().describe("Finer than the code; more reasons may come."),
    detail: z.string().describe("Cause and fix, in the language of Accept-Language (zh-CN, en)."),
    requestId: z.string(),
    errors: z.array(FieldFault).optional(),
    quotaUsed: z
      .enum(["no", "unknown"])
      .optional()
      .describe(
        "Whether this call used one of the 100,000; only where WeChat may have been asked.",
      ),
    codeId: z.uuid().optional().describe("The code this is about, where there is one."),
  })
  .meta({ id: "Problem" });
export type Problem = z.output<typeof Problem>;

type Extras = Pick<Problem, "quotaUsed" | "codeId"> & { headers?: Record<string, string> };

/** A failure of the protocol, or one that says more than a verb does. `reason` picks `errors.<reason>`. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code: ProblemCode,
    readonly reason: string,
    readonly values: Record<string, string | number> = {},
    readonly extras: Extras = {},
    readonly pointer?: string,
  ) {
    super(`${code}: ${reason}`);
  }
}

interface Told {
  code: ProblemCode;
  reason: string;
  values: Record<string, string | number>;
  /** Path of a field, as zod writes it, or a ready pointer. */
  faults: { pointer: string; reason: string; message?: string }[];
  extras: Extras;
}

/** Any failure as the answer a program gets; what we did not expect is logged and only its request id leaves. */
export async function problemResponse(
  error: unknown,
  { requestId, locale, publicUrl }: { requestId: string; locale: Locale; publicUrl: string },
): Promise<Response> {
  const { code, reason, values, faults, extras } = tell(error, requestId);
  const sentence = await sentences(locale);
  const status = statusOf(code);
  const problem: Problem = {
    type: `${publicUrl}/developers#${code}`,
    title: code.replaceAll("_", " "),
    status,
    code,
    reason,
    detail: sentence(reason, values),
    requestId,
    ...(faults.length > 0 && {
      errors: faults.map((fault) => ({
        pointer: fault.pointer,
        reason: fault.reason,
        detail: fault.message ?? sentence(fault.reason, values),
      })),
    }),
    quotaUsed: extras.quotaUsed,
    codeId: extras.codeId,
  };
  const headers = new Headers({
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    ...extras.headers,
  });
  const { seconds } = values;
  if (status === 429 && seconds !== undefined) headers.set("Retry-After", String(seconds));
  if (status === 401) headers.set("WWW-Authenticate", 'Bearer realm="mintdesk"');
  return new Response(JSON.stringify(problem), { status, headers });
}

function tell(error: unknown, requestId: string): Told {
  if (error instanceof ApiError) {
    const { code, reason, values, extras, pointer } = error;
    const faults = pointer === undefined ? [] : [{ pointer, reason }];
    return { code, reason, values, faults, extras };
  }
  if (error instanceof ZodError) return { ...tellInvalid(error), values: {}, extras: {} };
  const { code, reason: told, values, field } = publicError(error, requestId);
  const reason = REASONS_HERE[told] ?? told;
  const faults = field === undefined ? [] : [{ pointer: pointerOf("", field.split(".")), reason }];
  return { code, reason, values, faults, extras: {} };
}

/** What a person at a screen is told in other words than a program. */
const REASONS_HERE: Record<string, string> = {
  notSignedIn: "keyMissing",
  forbidden: "scopeMissing",
};

/** Where a schema was applied, so that its paths become pointers; see `at`. */
const PLACES = new WeakMap<ZodError, string>();

/** Says that a zod error is about the query (`?`) or a path's parameter (`:`) and not about the body. */
export function at(place: "?" | ":", error: ZodError): ZodError {
  PLACES.set(error, place);
  return error;
}

const REASON = /^[a-z][A-Za-z]+$/;

function tellInvalid(error: ZodError): Pick<Told, "code" | "reason" | "faults"> {
  const place = PLACES.get(error) ?? "";
  const faults = flatten(error.issues).map(({ path, message }) => ({
    pointer: pointerOf(place, path),
    reason: REASON.test(message) ? message : "inputInvalid",
    ...(!REASON.test(message) && { message }),
  }));
  return { code: "invalid_input", reason: faults[0]?.reason ?? "inputInvalid", faults };
}

interface Fault {
  path: PropertyKey[];
  message: string;
}

/** A union's faults lie below it: those of the alternative that came closest are told. */
function flatten(issues: readonly z.core.$ZodIssue[], above: PropertyKey[] = []): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    const path = [...above, ...issue.path];
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: [...path, key], message: "fieldUnknown" }));
    }
    if (issue.code === "invalid_union" && issue.errors.length > 0) {
      const closest = issue.errors.toSorted((one, other) => one.length - other.length)[0] ?? [];
      return flatten(closest, path);
    }
    return [{ path, message: issue.message }];
  });
}

function pointerOf(place: string, path: readonly PropertyKey[]): string {
  if (place !== "") return `${place}${path.map(String).join(".")}`;
  return path.map((part) => `/${pointerStep(String(part))}`).join("");
}

function statusOf(code: ProblemCode): number {
  return code in HTTP_CODES ? HTTP_CODES[code as HttpCode] : httpStatus(code as DomainCode);
}
type DomainCode = Parameters<typeof httpStatus>[0];

/** The sentences of reasons in one language. */
export async function sentences(
  locale: Locale,
): Promise<(reason: string, values: Record<string, string | number>) => string> {
  const { errors } = await loadMessages(locale);
  const translate = createTranslator({
    locale,
    messages: { errors } as Words,
    namespace: "errors",
  });
  return (reason, values) =>
    reason in (errors ?? {}) ? translate(reason, values) : translate("inputInvalid");
}
interface Words {
  errors: Record<string, string>;
}
