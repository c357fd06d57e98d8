const BRIGHT_FROM = 0.5;

/** Black or white, whichever is read better on this ground; null is paper. */
export function inkOn(ground: string | null): string {
  if (!ground) return "#000000";
  const [red = 255, green = 255, blue = 255] = Buffer.from(ground.slice(1), "hex");
  const brightness = (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  return brightness >= BRIGHT_FROM ? "#000000" : "#FFFFFF";
}
