import { formatLine } from "./format-line";

/** How the supervisor speaks: for itself, and for its parts with their name before every line. */
export type Voice = {
  say: (line: string) => void;
  part: (name: string, line: string) => void;
};

const NAME_WIDTH = 8;

/** Speaks through `write`, which takes whole lines. */
export function createVoice(write: (text: string) => void, isReadable: boolean): Voice {
  return {
    say: (line) => write(`${line}\n`),
    part: (name, line) =>
      write(`${name.padEnd(NAME_WIDTH)} │ ${isReadable ? formatLine(line) : line}\n`),
  };
}
