export const GROUNDS = ["white", "grey", "dark", "photo"] as const;
export type Ground = (typeof GROUNDS)[number];

/** The tones a code can meet on each ground; the photo's are those of its lightest and darkest places. */
export const GROUND_TONES: Record<Ground, [string, ...string[]]> = {
  white: ["#FFFFFF"],
  grey: ["#D4D4D8"],
  dark: ["#27272A"],
  photo: ["#F6D9B0", "#C98A5E", "#3E5C6B"],
};

/** CSS background of each ground; the photo is drawn, so that nothing has to be fetched. */
export const GROUND_CSS: Record<Ground, string> = {
  white: "#FFFFFF",
  grey: "#D4D4D8",
  dark: "#27272A",
  photo:
    "radial-gradient(circle at 72% 24%, #F6D9B0 0 9%, transparent 26%)," +
    "linear-gradient(168deg, transparent 58%, #3E5C6B 58.5% 74%, #2F4A57 100%)," +
    "linear-gradient(192deg, transparent 50%, #6E7F86 50.5% 70%, #54676F 100%)," +
    "linear-gradient(180deg, #EFC48F 0%, #C98A5E 58%, #8F6A58 100%)",
};
