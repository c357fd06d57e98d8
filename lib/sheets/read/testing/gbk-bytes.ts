const FIRST_LEAD = 0x81;
const LAST = 0xfe;
const FIRST_TRAIL = 0x40;

const codes = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder("gb18030");
for (let lead = FIRST_LEAD; lead <= LAST; lead += 1) {
  for (let trail = FIRST_TRAIL; trail <= LAST; trail += 1) {
    const text = decoder.decode(Uint8Array.of(lead, trail));
    if (text.length === 1 && text !== "\uFFFD" && !codes.has(text)) codes.set(text, [lead, trail]);
  }
}

/** Text as Chinese Excel saves it: ASCII and characters of two bytes. */
export function gbkBytes(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      if (code < 0x80) return [code];
      const pair = codes.get(character);
      if (!pair) throw new Error(`not in GBK: ${character}`);
      return [...pair];
    }),
  );
}
