"use server";

import { getLocale } from "next-intl/server";
import { z } from "zod";
import type { Context } from "@/lib/core/context";
import { LOCALES } from "@/lib/i18n/locales";
import { cancelPack } from "@/lib/packs/cancel-pack";
import { orderPack } from "@/lib/packs/order-pack";
import type { OrderPackInput } from "@/lib/packs/schema";
import { defineAction } from "@/lib/web/define-action";

/** The words inside a pack are in the language of who orders it. */
async function orderInOwnLanguage(ctx: Context, input: OrderPackInput) {
  const locale = z.enum(LOCALES).parse(await getLocale());
  return orderPack(ctx, { ...input, locale });
}

export const orderPackAction = defineAction(orderInOwnLanguage);
export const cancelPackAction = defineAction(cancelPack);
