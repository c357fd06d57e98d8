import type { Config } from "tailwindcss";

/** Names of our own tokens; their values, light and dark, stand in app/globals.css. */
export default {
  content: [],
  theme: {
    extend: {
      colors: {
        brand: "var(--brand)",
        "quota-track": "var(--quota-track)",
        "quota-reserved": "var(--quota-reserved)",
        sidebar: "var(--sidebar)",
      },
      fontFamily: {
        sans: "var(--font-desk)",
        mono: "var(--font-figures)",
      },
      spacing: {
        sidebar: "240px",
        "sidebar-folded": "60px",
      },
      maxWidth: {
        content: "1280px",
      },
    },
  },
} satisfies Config;
