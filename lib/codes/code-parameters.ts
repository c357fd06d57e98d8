import { createHash } from "node:crypto";
import type { z } from "zod";
import { canonicalJson } from "@/lib/audit/canonical-json";
import type { CodeKind, EnvVersion, MintCodeInput } from "@/lib/codes/schema";

/** What WeChat is asked for, in the columns of a code. */
export interface CodeParameters {
  kind: CodeKind;
  target: string;
  scene: string | null;
  envVersion: EnvVersion;
  checkPath: boolean;
  width: number;
  autoColor: boolean;
  lineColor: string;
  isHyaline: boolean;
}

/** Parameters of a form; `scene` is the written or the generated one, null for A and C. */
export function codeParameters(
  input: z.output<typeof MintCodeInput>,
  scene: string | null,
): CodeParameters {
  if (input.kind === "WXA_QRCODE") {
    return {
      kind: input.kind,
      target: input.path,
      scene: null,
      envVersion: "release",
      checkPath: true,
      width: input.width,
      autoColor: false,
      lineColor: "#000000",
      isHyaline: false,
    };
  }
  const { kind, envVersion, width, autoColor, isHyaline } = input;
  return {
    kind,
    target: kind === "WXACODE" ? input.path : input.page,
    scene,
    envVersion,
    checkPath: kind === "WXACODE" ? true : input.checkPath,
    width,
    autoColor,
    // With auto_color WeChat picks the colour itself; a chosen one would make equal codes look different.
    lineColor: autoColor ? "#000000" : input.lineColor,
    isHyaline,
  };
}

/**
 * What makes two requests the same picture. WeChat counts equal parameters once
 * (section 2.3); whether the look belongs to them is unknown, so it does.
 * `checkPath` only asks WeChat to look harder and is left out.
 */
export function codeIdentity({ checkPath: _checkPath, ...drawn }: CodeParameters): string {
  return createHash("sha256").update(canonicalJson(drawn)).digest("hex");
}

/** A and C share the 100,000; B has no total. */
export function isLimited(kind: CodeKind): boolean {
  return kind !== "WXACODE_UNLIMITED";
}
