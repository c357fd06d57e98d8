import { SCENE_CHARACTERS, SCENE_MAX_LENGTH } from "@/lib/wechat/limits";

/** What is asked about. */
export interface Target {
  appId: string;
  scene: string;
}

/** Any scene with every character encoded. */
const SEGMENT_MAX_LENGTH = 3 * SCENE_MAX_LENGTH;
const APP_ID = /^wx[0-9a-f]{16}$/;
const TARGET = /^[a-z]+:\/\/[^/]*\/v1\/mini-programs\/([^/?#]*)\/scenes\/([^/?#]*)/;

/** The AppID and the scene of an address, decoded once; null when no scene can look like that. */
export function readTarget(url: string): Target | null {
  const [, appId = "", segment = ""] = TARGET.exec(url) ?? [];
  if (!APP_ID.test(appId) || segment.length > SEGMENT_MAX_LENGTH) return null;
  const scene = decode(segment);
  // No scene has a per cent sign, so what was encoded twice fails here too.
  const isScene = scene !== "" && scene.length <= SCENE_MAX_LENGTH && SCENE_CHARACTERS.test(scene);
  return isScene ? { appId, scene } : null;
}

function decode(segment: string): string {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return "";
  }
}
