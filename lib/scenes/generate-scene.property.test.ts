import { expect, test } from "vitest";
import { generateScene } from "./generate-scene";

const MANY = 1_000_000;
/** Goes through addresses and WeChat as it is, without what looks like another one in small print: 0 O o, 1 I l. */
const SENDABLE = /^[2-9A-HJ-NP-Za-km-np-z]{20}$/;

test(
  "a million scenes are all different, can be sent as they are, and look like nothing else",
  { timeout: 60_000 },
  () => {
    const seen = new Set<string>();
    const faulty: string[] = [];
    for (let made = 0; made < MANY; made += 1) {
      const scene = generateScene();
      seen.add(scene);
      if (!SENDABLE.test(scene)) faulty.push(scene);
    }
    expect(faulty).toEqual([]);
    expect(seen.size).toBe(MANY);
  },
);
