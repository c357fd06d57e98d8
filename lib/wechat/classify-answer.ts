import { Buffer } from "node:buffer";
import type { z } from "zod";
import { isWholeJpeg, isWholePng, startsLikeJpeg, startsLikePng } from "./picture-bytes";

export type PictureMediaType = "image/jpeg" | "image/png";
export type PictureExtension = "jpg" | "png";

/** Why bytes that came are neither a picture, nor a token, nor an error of the API. */
export type UnreadableReason =
  | "empty"
  | "truncated"
  | "html"
  | "http_3xx"
  | "http_4xx"
  | "http_5xx"
  | "not_a_picture"
  | "not_a_token"
  | "not_as_documented";

export type PictureAnswer = {
  kind: "picture";
  mediaType: PictureMediaType;
  extension: PictureExtension;
};
export type ApiErrorAnswer = { kind: "api_error"; errcode: number; errmsg: string };
export type TokenAnswer = { kind: "token"; token: string; expiresInSeconds: number };
export type DataAnswer<Data> = { kind: "data"; data: Data };
export type UnreadableAnswer = { kind: "unreadable"; why: UnreadableReason };

const JPEG: PictureAnswer = { kind: "picture", mediaType: "image/jpeg", extension: "jpg" };
const PNG: PictureAnswer = { kind: "picture", mediaType: "image/png", extension: "png" };

/**
 * What the answer to a code call is. The bytes decide: errors come with status 200, and PNG bytes
 * come labelled image/jpeg (sections 0, 2.2 and 9). The status only words what nobody could read.
 */
export function classifyPictureAnswer(
  bytes: Buffer,
  httpStatus: number,
): PictureAnswer | ApiErrorAnswer | UnreadableAnswer {
  if (isWholeJpeg(bytes)) return JPEG;
  if (isWholePng(bytes)) return PNG;
  const apiError = readApiError(readJsonObject(bytes));
  return apiError ?? unreadable(bytes, httpStatus, "not_a_picture");
}

/** What the answer to a token call is (section 1.2: success carries no errcode). */
export function classifyTokenAnswer(
  bytes: Buffer,
  httpStatus: number,
): TokenAnswer | ApiErrorAnswer | UnreadableAnswer {
  const json = readJsonObject(bytes);
  const apiError = readApiError(json);
  if (apiError) return apiError;
  const token = json?.access_token;
  const expiresIn = json?.expires_in;
  if (typeof token === "string" && token !== "" && isPositiveInteger(expiresIn)) {
    return { kind: "token", token, expiresInSeconds: expiresIn };
  }
  return unreadable(bytes, httpStatus, "not_a_token");
}

/** What the answer to a call for data is: errcode 0 or none, and the fields the schema wants. */
export function classifyDataAnswer<Data>(
  schema: z.ZodType<Data>,
  bytes: Buffer,
  httpStatus: number,
): DataAnswer<Data> | ApiErrorAnswer | UnreadableAnswer {
  const json = readJsonObject(bytes);
  const apiError = readApiError(json);
  if (apiError) return apiError;
  const parsed = json === null ? null : schema.safeParse(json);
  if (parsed?.success) return { kind: "data", data: parsed.data };
  return unreadable(bytes, httpStatus, "not_as_documented");
}

function isPositiveInteger(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function readJsonObject(bytes: Buffer): Record<string, unknown> | null {
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  if (!text.trimStart().startsWith("{")) return null;
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" ? { ...value } : null;
  } catch {
    return null;
  }
}

function readApiError(json: Record<string, unknown> | null): ApiErrorAnswer | null {
  const errcode = json?.errcode;
  if (typeof errcode !== "number" || !Number.isSafeInteger(errcode) || errcode === 0) return null;
  const errmsg = json?.errmsg;
  return { kind: "api_error", errcode, errmsg: typeof errmsg === "string" ? errmsg : "" };
}

function unreadable(
  bytes: Buffer,
  httpStatus: number,
  otherwise: UnreadableReason,
): UnreadableAnswer {
  return { kind: "unreadable", why: whyUnreadable(bytes, httpStatus) ?? otherwise };
}

function whyUnreadable(bytes: Buffer, httpStatus: number): UnreadableReason | null {
  if (httpStatus >= 500) return "http_5xx";
  if (httpStatus >= 400) return "http_4xx";
  if (httpStatus >= 300) return "http_3xx";
  const head = bytes.subarray(0, 512).toString("utf8").trimStart().toLowerCase();
  if (head === "") return bytes.length > 512 ? null : "empty";
  if (/^(<!doctype html|<html|<head|<body|<!--)/.test(head)) return "html";
  if (startsLikeJpeg(bytes) || startsLikePng(bytes) || head.startsWith("{")) {
    return isJson(bytes) ? null : "truncated";
  }
  return null;
}

function isJson(bytes: Buffer): boolean {
  return readJsonObject(bytes) !== null;
}
