/** Where an object's page is, by its kind; its id follows. The others have none. */
export const TARGET_PAGES = {
  code: "/codes/",
  scene: "/scenes/",
  batch: "/batches/",
  campaign: "/codes?campaignId=",
  pack: "/packs/",
  mini_program: "/mini-programs/",
  platform: "/mini-programs/platforms/",
  log_room: "/rooms/",
  webhook: "/developers/webhooks/",
} as const;
export type PagedTarget = keyof typeof TARGET_PAGES;

export interface TargetRef {
  targetKind: string;
  targetId: string | null;
}

/** The address of an object's page; null for kinds that have none. */
export function targetPage({ targetKind, targetId }: TargetRef): string | null {
  const isPaged = Object.hasOwn(TARGET_PAGES, targetKind);
  return isPaged && targetId ? TARGET_PAGES[targetKind as PagedTarget] + targetId : null;
}
