import { BODIES, clampWidth, lineColorOf, type BodyA, type BodyB, type BodyC } from "./body-fields";
import type { CodeKind, CodeRequest, EnvVersion } from "./code-request";

/** What the checks need to know besides the body. */
export type CheckContext = {
  appid: string;
  publishedPages: readonly string[];
  whiteStaysBlack: boolean;
};

/** The request to draw and count, or the errcode the body deserves. */
export type Checked = { request: CodeRequest; isPageUnchecked?: boolean } | { errcode: number };

const MAX_SCENE_CHARACTERS = 32;
const MAX_PATH_CHARACTERS_A = 1024;
const MAX_PATH_BYTES_C = 128;
const SCENE_CHARSET = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;
const ENV_VERSIONS: readonly EnvVersion[] = ["release", "trial", "develop"];

/**
 * Checks a body in the order of section 2.4: JSON, value types, then what the values say.
 * `body` is null when the bytes were not text at all.
 */
export function checkCodeBody(kind: CodeKind, body: string | null, context: CheckContext): Checked {
  if (body === null) return { errcode: 47001 };
  if (body === "") return { errcode: 44002 };
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { errcode: kind === "B" ? 40169 : 40159 };
  }
  if (kind === "A") {
    const parsed = BODIES.A.safeParse(json);
    return parsed.success ? checkA(parsed.data, context) : { errcode: 47001 };
  }
  if (kind === "B") {
    const parsed = BODIES.B.safeParse(json);
    return parsed.success ? checkB(parsed.data, context) : { errcode: 47001 };
  }
  const parsed = BODIES.C.safeParse(json);
  return parsed.success ? checkC(parsed.data, context) : { errcode: 47001 };
}

function checkA(body: BodyA, context: CheckContext): Checked {
  const envVersion = envVersionOf(body.env_version);
  if (envVersion === null) return { errcode: 40097 };
  const path = body.path ?? "";
  if (path === "" || [...path].length > MAX_PATH_CHARACTERS_A) return { errcode: 40159 };
  if (hasScancodeTime(path)) return { errcode: 85096 };
  const look = lookOf(body, context);
  return { request: { kind: "A", target: path, scene: "", envVersion, ...look } };
}

function checkB(body: BodyB, context: CheckContext): Checked {
  const scene = body.scene ?? "";
  if (scene === "" || [...scene].length > MAX_SCENE_CHARACTERS) return { errcode: 40169 };
  if (!SCENE_CHARSET.test(scene)) return { errcode: 40129 };
  const envVersion = envVersionOf(body.env_version);
  if (envVersion === null) return { errcode: 40097 };
  const page = pageOf(body, context);
  if (page === null) return { errcode: 41030 };
  if (hasScancodeTime(page)) return { errcode: 85096 };
  // The home page by default is no page of the caller's choice.
  const isPageUnchecked = body.check_path === false && (body.page ?? "") !== "";
  const request = { target: page, scene, envVersion, ...lookOf(body, context) };
  return { request: { kind: "B", ...request }, isPageUnchecked };
}

function checkC(body: BodyC, context: CheckContext): Checked {
  const path = body.path ?? "";
  if (path === "" || Buffer.byteLength(path) > MAX_PATH_BYTES_C) return { errcode: 40159 };
  if (hasScancodeTime(path)) return { errcode: 85096 };
  // C has no env_version: without a release there is nothing to point at (section 4).
  if (context.publishedPages.length === 0) return { errcode: 85079 };
  const look = { ...lookOf({}, context), width: clampWidth(body.width) };
  return { request: { kind: "C", target: path, scene: "", envVersion: "release", ...look } };
}

/**
 * The page a B code opens, or null for 41030. Without `page` it is the home page, also when the
 * caller wrote `path` (section 2.4). Only the published version is looked at, whatever env_version
 * says (section 11 row 13).
 */
function pageOf(body: BodyB, { publishedPages }: CheckContext): string | null {
  const page = body.page ?? "";
  const isChecked = body.check_path !== false;
  if (page === "") return publishedPages[0] ?? (isChecked ? null : "");
  if (page.startsWith("/")) return null;
  return isChecked && !publishedPages.includes(page) ? null : page;
}

function envVersionOf(value: string | null | undefined): EnvVersion | null {
  const wanted = value ?? "release";
  return ENV_VERSIONS.find((version) => version === wanted) ?? null;
}

function hasScancodeTime(target: string): boolean {
  return target.includes("scancode_time");
}

function lookOf(
  body: Pick<BodyA, "width" | "auto_color" | "line_color" | "is_hyaline">,
  { appid, whiteStaysBlack }: CheckContext,
) {
  return {
    appid,
    width: clampWidth(body.width),
    lineColor: lineColorOf(body, whiteStaysBlack),
    isHyaline: body.is_hyaline === true,
  };
}
