import { cookies } from "next/headers";
import { DEVICE_LIFE_MS } from "@/lib/people/sign-in-device";
import { cookieName } from "@/lib/web/auth-cookies";
import { webRuntime } from "@/lib/web/runtime";

const MAX_LENGTH = 128;

const name = () => cookieName(webRuntime().env.publicUrl, "mintdesk-device");

/** The mark of an earlier sign-in that this browser keeps, or nothing. */
export async function readDeviceCookie(): Promise<string> {
  return (await cookies()).get(name())?.value.slice(0, MAX_LENGTH) ?? "";
}

/** Lets this browser be known at its next sign-in; for route handlers and actions. */
export async function keepDeviceCookie(device: string): Promise<void> {
  (await cookies()).set(name(), device, {
    path: "/",
    maxAge: DEVICE_LIFE_MS / 1000,
    httpOnly: true,
    sameSite: "lax",
    secure: webRuntime().env.publicUrl.startsWith("https://"),
  });
}
