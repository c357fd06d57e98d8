import type { CodeDetail } from "@/lib/codes/schema";

type Carried = Pick<CodeDetail, "kind" | "target" | "scene">;

/**
 * The lines a mini program's page needs to read what the code carries
 * (docs/wechat-api.md, section 7): B hands its scene over percent-encoded,
 * A and C hand over the query of their path as it is.
 */
export function receivedExample({ kind, target, scene }: Carried): string {
  if (kind === "WXACODE_UNLIMITED") {
    return [
      "onLoad(options) {",
      `  // options.scene === ${JSON.stringify(encodeURIComponent(scene ?? ""))}`,
      `  const scene = decodeURIComponent(options.scene) // ${JSON.stringify(scene ?? "")}`,
      "}",
    ].join("\n");
  }
  const query = target.split("?").slice(1).join("?");
  const lines = query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", ...rest] = part.split("=");
      const access = /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
      return `  // options${access} === ${JSON.stringify(rest.join("="))}`;
    });
  return ["onLoad(options) {", ...(lines.length > 0 ? lines : ["  // {}"]), "}"].join("\n");
}
