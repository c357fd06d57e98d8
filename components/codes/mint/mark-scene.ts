import { SCENE_CHARACTERS } from "@/lib/wechat/limits";

export interface SceneRun {
  /** Where it begins. */
  start: number;
  text: string;
  isForbidden: boolean;
}

/** Cuts a scene into runs of characters WeChat takes and such it refuses, in their order. */
export function markScene(scene: string): SceneRun[] {
  const runs: SceneRun[] = [];
  for (const text of scene) {
    const isForbidden = !SCENE_CHARACTERS.test(text);
    const last = runs.at(-1);
    if (last && last.isForbidden === isForbidden) last.text += text;
    else runs.push({ start: last ? last.start + last.text.length : 0, text, isForbidden });
  }
  return runs;
}

/** Each forbidden character once, in the order of appearance. */
export function forbiddenCharacters(scene: string): string[] {
  return [...new Set(scene)].filter((character) => !SCENE_CHARACTERS.test(character));
}

/** Which word names a character that cannot be seen or that people expect to be allowed. */
export function nameOfCharacter(
  character: string,
): "space" | "percent" | "chinese" | "control" | "other" {
  if (character === "%") return "percent";
  if (/\p{Script=Han}/u.test(character)) return "chinese";
  if (/\s/u.test(character)) return "space";
  return /\p{C}/u.test(character) ? "control" : "other";
}
