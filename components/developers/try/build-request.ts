import { FILE_BODY, FORM_TYPE, JSON_TYPE, keyOfParameter } from "@/components/developers/try/draft";
import type { Draft } from "@/components/developers/try/draft";
import type { Operation } from "@/components/developers/reference/reference";

/** Path and query of a call; what is not written is left out, but for the path's, which stand in capitals. */
export function addressOf(operation: Operation, values: Draft["values"]): string {
  let path = operation.path;
  const query = new URLSearchParams();
  for (const parameter of operation.parameters) {
    const { name, place } = parameter;
    const value = values[keyOfParameter(parameter)] ?? "";
    if (place === "path") {
      const told = value === "" ? name.toUpperCase() : encodeURIComponent(value);
      path = path.replace(`{${name}}`, told);
    } else if (place === "query" && value !== "") query.append(name, value);
  }
  const asked = query.toString();
  return asked === "" ? path : `${path}?${asked}`;
}

/** Headers people filled in. */
export function headersOf(operation: Operation, values: Draft["values"]): Record<string, string> {
  const told = operation.parameters
    .filter(({ place }) => place === "header")
    .map((one) => [one.name, values[keyOfParameter(one)] ?? ""]);
  return Object.fromEntries(told.filter(([, value]) => value !== ""));
}

interface Sender {
  apiKey: string;
  idempotencyKey: string | null;
  locale: string;
}

/** The call as `fetch` takes it. Nothing but the key says who asks: the session stays at home. */
export function buildRequest(operation: Operation, draft: Draft, sender: Sender): RequestInit {
  const { apiKey, idempotencyKey, locale } = sender;
  const { mediaType } = draft;
  return {
    method: operation.method.toUpperCase(),
    credentials: "omit",
    cache: "no-store",
    headers: {
      Authorization: `Bearer ${apiKey}`,
      "Accept-Language": locale,
      ...headersOf(operation, draft.values),
      ...(idempotencyKey !== null && { "Idempotency-Key": idempotencyKey }),
      // The browser itself writes the boundary of a form.
      ...(mediaType !== null && mediaType !== FORM_TYPE && { "Content-Type": mediaType }),
    },
    body: bodyOf(draft),
  };
}

function bodyOf({ mediaType, text, parts }: Draft): BodyInit | undefined {
  if (mediaType === null) return undefined;
  if (mediaType === JSON_TYPE) return text;
  if (mediaType !== FORM_TYPE) return parts[FILE_BODY];
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) if (part !== "") form.append(name, part);
  return form;
}
