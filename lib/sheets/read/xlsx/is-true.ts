/** Whether an attribute or cell says yes; XML has two words for it. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
