export interface JsonPlace {
  line: number;
  column: number;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Nothing below a space stands in it as it is. */
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\r\n]*/y;
const WORD = /true|false|null/y;

/** Far beyond what a payload may have; deeper ones would only use up the browser's stack. */
const MOST_DEPTH = 200;

/**
 * Where a text stops being JSON, counted from 1; null when it is JSON. Browsers tell it in words of their own,
 * and some not at all.
 */
export function jsonFault(text: string): JsonPlace | null {
  let at = 0;
  let depth = 0;

  function pass(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  }
  function passSign(sign: string): boolean {
    pass(SPACE);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  }
  /** What stands between two brackets, parted by commas. */
  function passParts(end: string, passPart: () => boolean): boolean {
    depth += 1;
    if (depth > MOST_DEPTH) return false;
    if (!passSign(end)) {
      do {
        if (!passPart()) return false;
      } while (passSign(","));
      if (!passSign(end)) return false;
    }
    depth -= 1;
    return true;
  }
  function passMember(): boolean {
    pass(SPACE);
    return pass(STRING) && passSign(":") && passValue();
  }
  function passValue(): boolean {
    pass(SPACE);
    if (passSign("{")) return passParts("}", passMember);
    if (passSign("[")) return passParts("]", passValue);
    return pass(STRING) || pass(NUMBER) || pass(WORD);
  }

  const isValue = passValue();
  pass(SPACE);
  if (isValue && at === text.length) return null;
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
