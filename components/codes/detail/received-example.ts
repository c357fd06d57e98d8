import type { CodeDetail } from "@/lib/codes/schema";
import type { AppKind } from "@/lib/mini-programs/schema";

type Carried = Pick<CodeDetail, "kind" | "target" | "scene">;

/**
 * The lines a mini program or a mini game needs to read what the code carries
 * (docs/wechat-api.md, section 7): B hands its scene over percent-encoded,
 * A and C hand over the query of their path as it is.
 */
export function receivedExample(carried: Carried, appKind: AppKind): string {
  if (appKind === "mini_game") {
    // The first at a cold start, the second when the game was running already.
    return [
      "function read(query) {",
      ...linesFor(carried, "query"),
      "}",
      "read(wx.getLaunchOptionsSync().query)",
      "wx.onShow(res => read(res.query))",
    ].join("\n");
  }
  return ["onLoad(options) {", ...linesFor(carried, "options"), "}"].join("\n");
}

/** What stands in the object of that name, and how it is read. */
function linesFor({ kind, target, scene }: Carried, name: string): string[] {
  if (kind === "WXACODE_UNLIMITED") {
    const plain = JSON.stringify(scene ?? "");
    return [
      `  // ${name}.scene === ${JSON.stringify(encodeURIComponent(scene ?? ""))}`,
      `  const scene = decodeURIComponent(${name}.scene) // ${plain}`,
    ];
  }
  const query = target.split("?").slice(1).join("?");
  const lines = query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const [key = "", ...rest] = part.split("=");
      const access = /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
      return `  // ${name}${access} === ${JSON.stringify(rest.join("="))}`;
    });
  return lines.length > 0 ? lines : ["  // {}"];
}
