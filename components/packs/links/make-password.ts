/** Without letters and digits that look alike on paper or sound alike on the telephone. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789X";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** Sixteen random letters in groups of four, easy to read out: 80 bits. */
export function makePassword(): string {
  const groups = Array.from({ length: GROUPS }, () => {
    const bytes = crypto.getRandomValues(new Uint8Array(GROUP_LENGTH));
    return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join("");
  });
  return groups.join("-");
}
