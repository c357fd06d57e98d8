import type { CodeDetail } from "@/lib/codes/schema";

type Sample = Pick<
  CodeDetail,
  "label" | "serial" | "campaign" | "miniProgram" | "scene" | "target" | "tags" | "payload"
>;

/** A text of a label as a code would have it; what is not known here yet stays as it is written. */
export function fillSample(template: string, code: Sample | null): string {
  if (!code) return template;
  const payload =
    typeof code.payload === "object" && code.payload !== null
      ? (code.payload as Record<string, unknown>)
      : {};
  const known: Record<string, string> = {
    label: code.label,
    serial: code.serial,
    campaign: code.campaign?.name ?? "",
    miniProgram: code.miniProgram.name,
    appId: code.miniProgram.wechatAppId,
    scene: code.scene ?? "",
    page: code.target,
    tag: code.tags[0] ?? "",
  };
  return template.replaceAll(/\{([^{}]+)\}/g, (place, name: string) => {
    const key = name.trim();
    if (Object.hasOwn(known, key)) return known[key] ?? "";
    if (!Object.hasOwn(payload, key)) return place;
    const value = payload[key];
    return typeof value === "string" ? value : JSON.stringify(value);
  });
}
