import { addressOf, headersOf } from "@/components/developers/try/build-request";
import { draftOf, FORM_TYPE, JSON_TYPE } from "@/components/developers/try/draft";
import type { Body, Operation } from "@/components/developers/reference/reference";

/** A call as a shell makes it, the key taken from the environment. */
export function curlOf(operation: Operation, baseUrl: string): string {
  const { values } = draftOf(operation);
  const { method } = operation;
  const [body] = operation.bodies;
  const headers = Object.entries(headersOf(operation, values));
  return [
    `curl${method === "get" ? "" : ` -X ${method.toUpperCase()}`} ${quoted(baseUrl + addressOf(operation, values))}`,
    '-H "Authorization: Bearer $MINTDESK_API_KEY"',
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(method === "post" ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(body ? bodyWords(body) : []),
    ...(fileAnswer(operation) ? ["-OJ"] : []),
  ].join(" \\\n  ");
}

function bodyWords({ mediaType, example }: Body): string[] {
  if (mediaType === FORM_TYPE) return ["-F file=@rows.csv"];
  const type = `-H ${quoted(`Content-Type: ${mediaType}`)}`;
  if (mediaType !== JSON_TYPE) return [type, "--data-binary @rows.csv"];
  return [type, `-d ${quoted(JSON.stringify(example ?? {}))}`];
}

const fileAnswer = ({ answers }: Operation) =>
  answers.some(
    ({ status, mediaTypes }) =>
      status.startsWith("2") && mediaTypes.length > 0 && !mediaTypes.includes(JSON_TYPE),
  );

/** In single quotes, which a shell takes as they are. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
