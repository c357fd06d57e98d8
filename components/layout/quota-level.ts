import type { QuotaNumbers } from "@/lib/mini-programs/schema";

const AMBER_FROM = 0.8;
const RED_FROM = 0.95;

export type QuotaLevel = "accent" | "warning" | "danger";

/** Green, amber from 80 % taken (spent and reserved), red from 95 %. */
export function quotaLevel({ spent, reserved, lifetimeLimit }: QuotaNumbers): QuotaLevel {
  return shareLevel(spent + reserved, lifetimeLimit);
}

/** The same for any limit; one of nothing is used up. */
export function shareLevel(used: number, limit: number): QuotaLevel {
  const taken = limit > 0 ? used / limit : 1;
  if (taken >= RED_FROM) return "danger";
  return taken >= AMBER_FROM ? "warning" : "accent";
}
