/** Widths people ask for: the smallest, WeChat's own, a poster's, the largest. */
export const WIDTH_PRESETS = [280, 430, 640, 1280] as const;

/** Dark enough to be read on white; the first is WeChat's default. */
export const COLOR_PRESETS = [
  "#000000",
  "#1F2937",
  "#067D41",
  "#0F4C81",
  "#5B21B6",
  "#9D174D",
  "#B42318",
  "#7A4B00",
] as const;
