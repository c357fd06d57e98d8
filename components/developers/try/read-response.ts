/** What an answer holds. Pictures and files lie behind an address that lives until it is given back. */
export type AnswerBody =
  | { kind: "nothing" }
  | { kind: "json"; value: unknown }
  | { kind: "text"; text: string }
  | { kind: "picture" | "file"; url: string; bytes: number; name: string };

export interface CallAnswer {
  status: number;
  ms: number;
  headers: { name: string; value: string }[];
  body: AnswerBody;
  /** RFC 9457, when it failed. */
  problem: { code: string; detail: string; errors: { pointer: string; detail: string }[] } | null;
}

/** Headers that say something about the call and not about the connection. */
const WORTH_SHOWING =
  /^(x-request-id|ratelimit.*|retry-after|etag|location|content-(type|length|range|disposition)|idempot.*|accept-ranges|warning|www-authenticate)$/;

export async function readResponse(response: Response, ms: number): Promise<CallAnswer> {
  const headers = [...response.headers]
    .map(([name, value]) => ({ name, value }))
    .filter(({ name }) => WORTH_SHOWING.test(name));
  const body = await readBody(response);
  return { status: response.status, ms, headers, body, problem: problemIn(body) };
}

async function readBody(response: Response): Promise<AnswerBody> {
  const type = response.headers.get("content-type") ?? "";
  if (/^application\/(problem\+)?json/.test(type)) {
    const text = await response.text();
    try {
      return { kind: "json", value: JSON.parse(text) };
    } catch {
      return { kind: "text", text };
    }
  }
  if (type.startsWith("text/plain")) return { kind: "text", text: await response.text() };
  const blob = await response.blob();
  if (blob.size === 0) return { kind: "nothing" };
  return {
    kind: type.startsWith("image/") ? "picture" : "file",
    url: URL.createObjectURL(blob),
    bytes: blob.size,
    name: nameIn(response) ?? `answer.${type.split(/[/;+]/)[1] ?? "bin"}`,
  };
}

/** The whole name where there is one, else what is left of it in plain letters. */
function nameIn(response: Response): string | undefined {
  const told = response.headers.get("content-disposition") ?? "";
  const whole = /filename\*=UTF-8''([^;]+)/i.exec(told)?.[1];
  return whole ? decodeURIComponent(whole) : /filename="([^"]+)"/.exec(told)?.[1];
}

function problemIn(body: AnswerBody): CallAnswer["problem"] {
  const told = body.kind === "json" ? body.value : null;
  if (typeof told !== "object" || told === null || !("code" in told) || !("detail" in told)) {
    return null;
  }
  if (typeof told.code !== "string" || typeof told.detail !== "string") return null;
  const errors: unknown[] = "errors" in told && Array.isArray(told.errors) ? told.errors : [];
  return { code: told.code, detail: told.detail, errors: errors.filter(isFault) };
}

function isFault(told: unknown): told is { pointer: string; detail: string } {
  return typeof told === "object" && told !== null && "pointer" in told && "detail" in told;
}
