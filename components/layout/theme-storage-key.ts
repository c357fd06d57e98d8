/** Under this name a browser remembers the appearance chosen in it. */
export const THEME_STORAGE_KEY = "mintdesk-theme";
