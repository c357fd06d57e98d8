import type { Operation, Parameter } from "@/components/developers/reference/reference";

/** What a person wrote into the fields of one call. */
export interface Draft {
  /** By `keyOfParameter`. */
  values: Record<string, string>;
  /** Null where the call has no body. */
  mediaType: string | null;
  /** The body, where it is JSON. */
  text: string;
  /** Parts of a form, where the body is one; a file by itself stands under `FILE_BODY`. */
  parts: Record<string, string | File>;
}

export const JSON_TYPE = "application/json";
export const FORM_TYPE = "multipart/form-data";
export const FILE_BODY = "";
/** Has a field of its own. */
export const IDEMPOTENCY_HEADER = "Idempotency-Key";

export const keyOfParameter = ({ place, name }: Parameter) => `${place} ${name}`;

/** Parameters people fill in. */
export const ownParameters = ({ parameters }: Operation) =>
  parameters.filter(({ name }) => name !== IDEMPOTENCY_HEADER);

/** A call as its example has it. */
export function draftOf(operation: Operation): Draft {
  const { bodies } = operation;
  const body = bodies.find(({ mediaType }) => mediaType === JSON_TYPE) ?? bodies[0];
  const example = bodies.find(({ mediaType }) => mediaType === JSON_TYPE)?.example;
  return {
    values: Object.fromEntries(
      operation.parameters.map((one) => [keyOfParameter(one), one.example]),
    ),
    mediaType: body?.mediaType ?? null,
    text: JSON.stringify(example ?? {}, null, 2),
    parts: {},
  };
}
