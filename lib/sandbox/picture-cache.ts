import type { CodeRequest, Picture } from "./code-request";
import { renderQrcode } from "./render-qrcode";
import { renderWxacode } from "./render-wxacode";

const MAX_BYTES = 16 * 1024 * 1024;

/** Pictures already drawn, the longest unused going first when 16 MB are full. */
export class PictureCache {
  private readonly pictures = new Map<string, Picture>();
  private bytes = 0;

  async draw(request: CodeRequest): Promise<Picture> {
    const key = JSON.stringify(request);
    const known = this.pictures.get(key);
    if (known !== undefined) {
      this.pictures.delete(key);
      this.pictures.set(key, known);
      return known;
    }
    const picture = await (request.kind === "C" ? renderQrcode : renderWxacode)(request);
    this.keep(key, picture);
    return picture;
  }

  private keep(key: string, picture: Picture): void {
    if (this.pictures.has(key)) return;
    this.pictures.set(key, picture);
    this.bytes += picture.bytes.length;
    for (const [oldest, { bytes }] of this.pictures) {
      if (this.bytes <= MAX_BYTES) return;
      this.pictures.delete(oldest);
      this.bytes -= bytes.length;
    }
  }
}
