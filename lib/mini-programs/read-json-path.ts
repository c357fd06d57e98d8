/** The value at a dotted path, such as `data.tokens.0.value`; undefined when there is none. */
export function readJsonPath(json: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    return (value as Record<string, unknown>)[step];
  }, json);
}
