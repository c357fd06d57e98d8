import { cutName } from "@/lib/packs/naming/cut-name";
import { SEGMENT_MAX_BYTES } from "@/lib/packs/naming/name-template";
import type { FilledName } from "@/lib/packs/naming/name-template";

/**
 * Gives every file of a pack a path no other one has, also where case and composition do not count. It remembers
 * them all: 100,000 take some 20 MB.
 */
export class UniquePaths {
  readonly #taken: Set<string>;
  /** The last number of a name there is more than once, so that the ten-thousandth need not count from two. */
  readonly #numbers = new Map<string, number>();

  constructor(taken: readonly string[]) {
    this.#taken = new Set(taken.map(folded));
  }

  /** `extension` without its dot. */
  take({ folders, stem }: FilledName, extension: string): string {
    const first = pathOf(folders, stem, `.${extension}`);
    let path = first;
    let number = this.#numbers.get(folded(first)) ?? 1;
    while (this.#taken.has(folded(path))) {
      number += 1;
      path = pathOf(folders, stem, ` (${number}).${extension}`);
    }
    this.#taken.add(folded(path));
    if (number > 1) this.#numbers.set(folded(first), number);
    return path;
  }
}

function pathOf(folders: readonly string[], stem: string, end: string): string {
  return [...folders, cutName(stem, SEGMENT_MAX_BYTES - end.length) + end].join("/");
}

/** As a file system compares that knows neither case nor composition. */
function folded(path: string): string {
  return path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}
