import path from "node:path";
import { openSync } from "fontkit";
import type { Font } from "fontkit";
import type { TextWeight } from "@/lib/packs/template-schema";

const FOLDER = "node_modules/@expo-google-fonts/noto-sans-sc";
const FILES: Record<TextWeight, string> = {
  regular: "400Regular/NotoSansSC_400Regular.ttf",
  bold: "700Bold/NotoSansSC_700Bold.ttf",
};

const opened = new Map<TextWeight, Font>();

/** Noto Sans SC from its package: the same letters on every machine, whatever is installed there. */
export function openFont(weight: TextWeight): Font {
  const known = opened.get(weight);
  if (known) return known;
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), FOLDER, FILES[weight]);
  const font = openSync(file);
  if (!("layout" in font)) throw new Error(`${file} holds several fonts`);
  opened.set(weight, font);
  return font;
}
