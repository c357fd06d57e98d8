/** What a program says: a path below `/api/v1`, and JSON or a body as it is. */
export interface Ask {
  key?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One call, as a program makes it: `ask("POST /campaigns", { body })`. */
export type Asking = (call: string, options?: Ask) => Promise<Response>;

/** Calls of one key through a handler, or over the network with `fetch`. */
export function askThrough(
  handle: (request: Request) => Promise<Response>,
  url: string,
  key: string,
): Asking {
  return (call, { key: other = key, body, headers = {} } = {}) => {
    const [method = "GET", path = "/"] = call.split(" ");
    const isRaw = body instanceof FormData || body instanceof Blob || typeof body === "string";
    const isJson = body !== undefined && !isRaw;
    return handle(
      new Request(`${url}/api/v1${path}`, {
        method,
        headers: {
          ...(other !== "" && { Authorization: `Bearer ${other}` }),
          ...(isJson && { "Content-Type": "application/json" }),
          ...headers,
        },
        body: isJson ? JSON.stringify(body) : isRaw ? body : undefined,
      }),
    );
  };
}
