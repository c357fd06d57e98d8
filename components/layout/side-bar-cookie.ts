/** Remembers whether the side bar is folded; read on the server, so that it never jumps. */
export const SIDE_BAR_COOKIE = "mintdesk-side-bar";
