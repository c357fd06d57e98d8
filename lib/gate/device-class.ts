import { LRUCache } from "lru-cache";

/** First match counts: WeChat's developer tools call themselves a telephone, and HarmonyOS an Android. */
const SYSTEMS: readonly [RegExp, string][] = [
  [/wechatdevtools/i, "DevTools"],
  [/iPhone|iPod/, "iPhone"],
  [/iPad/, "iPad"],
  [/HarmonyOS/i, "HarmonyOS"],
  [/Android/i, "Android"],
  [/Windows/i, "Windows"],
  [/Macintosh|Mac OS/, "Mac"],
  [/Linux/i, "Linux"],
];
const APPS: readonly [RegExp, string][] = [
  [/wxwork\/(\d{1,3}(?:\.\d{1,4}){0,2})/i, "WeCom"],
  [/MicroMessenger\/(\d{1,3}(?:\.\d{1,4}){0,2})/i, "WeChat"],
];

/** Most phones call themselves what others do. */
const KNOWN_MAX = 2_000;
const known = new LRUCache<string, { name: string | null }>({ max: KNOWN_MAX });

/** A short class such as "iPhone · WeChat 8.0.50"; null when there is nothing to tell. */
export function deviceClass(userAgent: string): string | null {
  const { name } = known.get(userAgent) ?? classify(userAgent);
  return name;
}

function classify(userAgent: string): { name: string | null } {
  const system = SYSTEMS.find(([shape]) => shape.test(userAgent))?.[1];
  const [app] = APPS.flatMap(([shape, name]) => {
    const version = shape.exec(userAgent)?.[1];
    return version === undefined ? [] : [`${name} ${version}`];
  });
  const device = { name: [system, app].filter(Boolean).join(" · ") || null };
  known.set(userAgent, device);
  return device;
}
