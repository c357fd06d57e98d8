/** Asked for at every token request and not kept. */
export type RevealSecret = () => string | { reveal(): string };

export function revealed(secret: RevealSecret): string {
  const given = secret();
  return typeof given === "string" ? given : given.reveal();
}
