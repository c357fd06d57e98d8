import { z } from "zod";

/** What a scan may bring with it in the query; anything else is left out, because a scan is answered all the same. */
export interface ScanHints {
  sceneValue: number | null;
  testToken: string | null;
}

const SCENE_VALUE = /^[1-9]\d{0,4}$/;
const TEST_TOKEN = /^[\w-]{1,64}$/;
const DEVICE_MAX_LENGTH = 60;

/** Out of `?sceneValue=1047&test=TOKEN`. */
export function readHints(url: string): ScanHints {
  const at = url.indexOf("?");
  if (at < 0) return { sceneValue: null, testToken: null };
  const query = new URLSearchParams(url.slice(at + 1));
  const sceneValue = query.get("sceneValue") ?? "";
  const testToken = query.get("test") ?? "";
  return {
    sceneValue: SCENE_VALUE.test(sceneValue) ? Number(sceneValue) : null,
    testToken: TEST_TOKEN.test(testToken) ? testToken : null,
  };
}

/** What a mini program tells of a scan. Its messages are read by developers, in the gate's one language. */
export const ScanReport = z.strictObject(
  {
    sceneValue: z
      .int({ error: "must be WeChat's scene value, a whole number such as 1047" })
      .min(1, { error: "must be WeChat's scene value, a whole number such as 1047" })
      .max(99_999, { error: "must be WeChat's scene value, a whole number such as 1047" })
      .optional(),
    device: z
      .string({ error: "must be text" })
      .trim()
      .min(1, { error: "must not be empty; leave it out instead" })
      .max(DEVICE_MAX_LENGTH, { error: `must have at most ${DEVICE_MAX_LENGTH} characters` })
      .regex(/^\P{C}*$/u, { error: "must have no control characters" })
      .optional(),
    testToken: z
      .string({ error: "must be the text the desk gave" })
      .regex(TEST_TOKEN, { error: "must be the text the desk gave" })
      .optional(),
  },
  { error: "must be an object with nothing but sceneValue, device and testToken" },
);
export type ScanReport = z.infer<typeof ScanReport>;
