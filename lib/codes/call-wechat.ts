import type { CodeParameters } from "@/lib/codes/code-parameters";
import type { CodePicture, WechatClient } from "@/lib/wechat/client";
import type { PictureEndpointName } from "@/lib/wechat/endpoints";

/** The endpoint that makes codes of a kind. */
export const ENDPOINT_OF_KIND: Record<CodeParameters["kind"], PictureEndpointName> = {
  WXACODE: "getwxacode",
  WXACODE_UNLIMITED: "getwxacodeunlimit",
  WXA_QRCODE: "createwxaqrcode",
};

/** One request for the code's picture; throws what the client throws. */
export async function callWechat(wechat: WechatClient, code: CodeParameters): Promise<CodePicture> {
  const { width } = code;
  if (code.kind === "WXA_QRCODE") return wechat.createWxaQrcode({ path: code.target, width });
  const look = {
    width,
    autoColor: code.autoColor,
    lineColor: rgb(code.lineColor),
    isHyaline: code.isHyaline,
    envVersion: code.envVersion,
  };
  if (code.kind === "WXACODE") return wechat.getWxacode({ path: code.target, ...look });
  return wechat.getWxacodeUnlimit({
    scene: code.scene ?? "",
    page: code.target || undefined,
    checkPath: code.checkPath,
    ...look,
  });
}

function rgb(hex: string): { r: number; g: number; b: number } {
  const value = Number.parseInt(hex.slice(1), 16);
  return { r: value >> 16, g: (value >> 8) & 0xff, b: value & 0xff };
}
