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

type ParsedMint = z.output<typeof MintCodeInput>;

/** What of a form decides how a code looks and what is looked up for it; the same for all rows of a batch. */
export type CodeLookInput =
  | Pick<Extract<ParsedMint, { kind: "WXA_QRCODE" }>, "kind" | "width">
  | Pick<Extract<ParsedMint, { kind: "WXACODE" }>, "kind" | "width" | LookField>
  | Pick<
      Extract<ParsedMint, { kind: "WXACODE_UNLIMITED" }>,
      "kind" | "width" | LookField | "checkPath"
    >;
type LookField = "envVersion" | "autoColor" | "lineColor" | "isHyaline";

/** Everything of the parameters but where the code leads. */
export function codeLook(input: CodeLookInput): Omit<CodeParameters, "target" | "scene"> {
  const { kind, width } = input;
  if (input.kind === "WXA_QRCODE") {
    return {
      kind,
      width,
      envVersion: "release",
      checkPath: true,
      autoColor: false,
      lineColor: "#000000",
      isHyaline: false,
    };
  }
  const { envVersion, autoColor, isHyaline } = input;
  return {
    kind,
    width,
    envVersion,
    checkPath: input.kind === "WXACODE" ? true : input.checkPath,
    autoColor,
    // With auto_color WeChat picks the colour itself; a chosen one would make equal codes look different.
    lineColor: autoColor ? "#000000" : input.lineColor,
    isHyaline,
  };
}

/** Parameters of a form; `scene` is the written or the generated one, null for A and C. */
export function codeParameters(input: ParsedMint, scene: string | null): CodeParameters {
  const target = input.kind === "WXACODE_UNLIMITED" ? input.page : input.path;
  return { ...codeLook(input), target, scene };
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
