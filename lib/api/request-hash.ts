import { createHash } from "node:crypto";

/**
 * The hash that tells two requests under one Idempotency-Key apart: of method, address, media type and body. The
 * boundary of a form is left out, wherever it stands, because every program makes a new one for a repeat.
 */
export class RequestHash {
  readonly #hash = createHash("sha256");
  readonly #boundary: Buffer;
  #rest = Buffer.alloc(0);

  constructor({ method, url, headers }: Pick<Request, "method" | "url" | "headers">) {
    const { pathname, search } = new URL(url);
    const contentType = headers.get("content-type") ?? "";
    const boundary = /^multipart\/.*;\s*boundary="?([^";]{10,})/i.exec(contentType)?.[1] ?? "";
    this.#boundary = Buffer.from(boundary);
    const mediaType = boundary === "" ? contentType : contentType.replace(boundary, "");
    this.#hash.update(JSON.stringify([method, pathname, search, mediaType]));
  }

  update(chunk: Uint8Array): void {
    if (this.#boundary.length === 0) {
      this.#hash.update(chunk);
      return;
    }
    let bytes = Buffer.concat([this.#rest, chunk]);
    for (let at = bytes.indexOf(this.#boundary); at >= 0; at = bytes.indexOf(this.#boundary)) {
      this.#hash.update(bytes.subarray(0, at));
      bytes = bytes.subarray(at + this.#boundary.length);
    }
    // The next chunk may go on with a boundary this one began.
    const sure = Math.max(0, bytes.length - this.#boundary.length + 1);
    this.#hash.update(bytes.subarray(0, sure));
    this.#rest = bytes.subarray(sure);
  }

  digest(): string {
    return this.#hash.update(this.#rest).digest("hex");
  }
}
