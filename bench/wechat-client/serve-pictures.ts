/** A child process that answers every code call with the same 60 KB picture at once. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";

/** A WeChat picture of noise, cut to a size by its quality: a real JPEG with real stuffing. */
async function noisyJpeg(bytesWanted: number): Promise<Buffer> {
  const raw = { width: 430, height: 430, channels: 3 as const };
  // A fixed generator, or every run would measure another picture.
  let seed = 1;
  const noise = Buffer.alloc(raw.width * raw.height * raw.channels);
  for (let at = 0; at < noise.length; at += 1) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    noise[at] = seed >> 16;
  }
  let best = Buffer.alloc(0);
  for (let quality = 1; quality <= 100; quality += 1) {
    best = await sharp(noise, { raw }).jpeg({ quality }).toBuffer();
    if (best.length >= bytesWanted) break;
  }
  return best;
}

const picture = await noisyJpeg(60_000);
const token = JSON.stringify({ access_token: "TOKEN", expires_in: 7200 });

const server = createServer((request, response) => {
  request.resume();
  request.once("end", () => {
    const isCode = request.url?.startsWith("/wxa/") === true;
    const body = isCode ? picture : token;
    response.writeHead(200, {
      "Content-Type": isCode ? "image/jpeg" : "application/json; encoding=utf-8",
      "Content-Length": Buffer.byteLength(body),
    });
    response.end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ baseUrl: `http://127.0.0.1:${port}`, bytes: picture.length });
});
process.once("disconnect", () => process.exit(0));
