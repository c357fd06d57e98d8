import type { QuotaNumbers } from "@/lib/mini-programs/schema";

const AMBER_FROM = 0.8;
const RED_FROM = 0.95;

export type QuotaLevel = "accent" | "warning" | "danger";

/** Green, amber from 80 % taken (spent and reserved), red from 95 %. */
export function quotaLevel({ spent, reserved, lifetimeLimit }: QuotaNumbers): QuotaLevel {
  const taken = lifetimeLimit > 0 ? (spent + reserved) / lifetimeLimit : 1;
  if (taken >= RED_FROM) return "danger";
  return taken >= AMBER_FROM ? "warning" : "accent";
}
