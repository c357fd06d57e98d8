/**
 * What every answer of the desk says to browsers, whatever else is in it. Pages have a policy of their own for
 * scripts (lib/web/page-policy.ts), which takes the place of this one. Plain JavaScript, because bin/web.mjs
 * runs without a compiler.
 * @param {string} publicUrl
 * @returns {Record<string, string>}
 */
export function securityHeaders(publicUrl) {
  return {
    "Content-Security-Policy":
      "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ABILITIES.map((ability) => `${ability}=()`).join(", "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    // Not for the names below this one: they may be other people's.
    ...(publicUrl.startsWith("https:") && { "Strict-Transport-Security": "max-age=63072000" }),
  };
}

/** What browsers can do and the desk never asks for. */
const ABILITIES = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "screen-wake-lock",
  "usb",
  "xr-spatial-tracking",
];
