/** One step of a JSON pointer (RFC 6901): a name with what pointers mean something by escaped. */
export function pointerStep(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
