import { Buffer } from "node:buffer";
import { z } from "zod";
import {
  A_PATH_MAX_LENGTH,
  C_PATH_MAX_BYTES,
  C_PATH_MAX_LENGTH,
  ENV_VERSIONS,
  RESERVED_QUERY_NAME,
  SCENE_CHARACTERS,
  SCENE_MAX_LENGTH,
  WIDTH_DEFAULT,
  WIDTH_MAX,
  WIDTH_MIN,
} from "./limits";

const channel = z.int().min(0).max(255);
const codeWidth = z.int().min(WIDTH_MIN).max(WIDTH_MAX).default(WIDTH_DEFAULT);

const withoutReservedName = (value: string) => !value.includes(RESERVED_QUERY_NAME);
const reservedName = { error: `must not contain ${RESERVED_QUERY_NAME}` };

/** Colour of the lines, each channel 0 to 255. */
export const LineColor = z.strictObject({ r: channel, g: channel, b: channel });
export type LineColor = z.infer<typeof LineColor>;

const look = {
  width: codeWidth,
  autoColor: z.boolean().default(false),
  lineColor: LineColor.optional(),
  isHyaline: z.boolean().default(false),
  envVersion: z.enum(ENV_VERSIONS).default("release"),
};

/** A, `POST /wxa/getwxacode`: counts against the 100,000 (section 2.1, column A). */
export const GetWxacodeRequest = z.strictObject({
  path: z.string().min(1).max(A_PATH_MAX_LENGTH).refine(withoutReservedName, reservedName),
  ...look,
});
export type GetWxacodeRequest = z.infer<typeof GetWxacodeRequest>;
export type GetWxacodeInput = z.input<typeof GetWxacodeRequest>;

/** What kind of app an AppID stands for. */
export type AppKind = "miniProgram" | "miniGame";

/** A for a mini program, where a query needs a page to go to. */
const GetWxacodeOfMiniProgram = GetWxacodeRequest.refine(({ path }) => !path.startsWith("?"), {
  error: "must name a page before the query; only a mini game may leave it out",
  path: ["path"],
});

/**
 * A's schema for a kind: a mini game has no pages, so its path may be a query alone, such as
 * `?foo=bar` (section 2.1, "Mini game"). Without a kind both are let through.
 */
export function getWxacodeRequestFor(kind: AppKind | undefined) {
  return kind === "miniProgram" ? GetWxacodeOfMiniProgram : GetWxacodeRequest;
}

/**
 * B, `POST /wxa/getwxacodeunlimit` (section 2.1, column B). Strict on purpose: `path` instead of
 * `page` would be answered with a picture that opens the home page (section 2.4).
 */
export const GetWxacodeUnlimitRequest = z.strictObject({
  scene: z
    .string()
    .min(1)
    .max(SCENE_MAX_LENGTH)
    .regex(SCENE_CHARACTERS, { error: "holds a character WeChat does not allow in a scene" }),
  page: z
    .string()
    .min(1)
    .refine((page) => !page.startsWith("/"), { error: "must not start with /" })
    .refine((page) => !page.includes("?"), { error: "must not hold a query; use scene" })
    .refine(withoutReservedName, reservedName)
    .optional(),
  checkPath: z.boolean().default(true),
  ...look,
});
export type GetWxacodeUnlimitRequest = z.infer<typeof GetWxacodeUnlimitRequest>;
export type GetWxacodeUnlimitInput = z.input<typeof GetWxacodeUnlimitRequest>;

/** C, `POST /cgi-bin/wxaapp/createwxaqrcode`: shares A's 100,000 (section 2.1, column C). */
export const CreateWxaQrcodeRequest = z.strictObject({
  path: z
    .string()
    .min(1)
    .max(C_PATH_MAX_LENGTH)
    .refine((path) => Buffer.byteLength(path, "utf8") <= C_PATH_MAX_BYTES, {
      error: `must be at most ${C_PATH_MAX_BYTES} bytes in UTF-8`,
    })
    .refine(withoutReservedName, reservedName),
  width: codeWidth,
});
export type CreateWxaQrcodeRequest = z.infer<typeof CreateWxaQrcodeRequest>;
export type CreateWxaQrcodeInput = z.input<typeof CreateWxaQrcodeRequest>;

/** The JSON that goes over the wire, in a fixed key order. */
export type WireBody = Readonly<Record<string, WireValue | Readonly<Record<string, WireValue>>>>;
type WireValue = string | number | boolean;

function wireLook(request: GetWxacodeRequest | GetWxacodeUnlimitRequest): WireBody {
  const { width, autoColor, lineColor, isHyaline, envVersion } = request;
  return {
    width,
    auto_color: autoColor,
    ...(lineColor && !autoColor && { line_color: lineColor }),
    is_hyaline: isHyaline,
    env_version: envVersion,
  };
}

/** A's body; `line_color` only without `auto_color` (section 2.1). */
export function wireGetWxacode(request: GetWxacodeRequest): WireBody {
  return { path: request.path, ...wireLook(request) };
}

/** B's body; no `page` key when the home page is meant (section 2.1). */
export function wireGetWxacodeUnlimit(request: GetWxacodeUnlimitRequest): WireBody {
  const { scene, page, checkPath } = request;
  return {
    scene,
    ...(page !== undefined && { page }),
    check_path: checkPath,
    ...wireLook(request),
  };
}

/** C's body (section 2.1). */
export function wireCreateWxaQrcode(request: CreateWxaQrcodeRequest): WireBody {
  return { path: request.path, width: request.width };
}
