interface Place {
  start: number;
  end: number;
}

/** The text with a piece put where the cursor stands, and where it stands afterwards. */
export function insertAt(text: string, piece: string, { start, end }: Place) {
  return { text: text.slice(0, start) + piece + text.slice(end), cursor: start + piece.length };
}
