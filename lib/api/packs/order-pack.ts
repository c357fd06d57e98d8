import { z } from "zod";
import { defineEndpoint } from "@/lib/api/endpoint";
import { Pack, packView } from "@/lib/api/packs/pack-view";
import { API_ROOT } from "@/lib/core/api-url";
import { LOCALES, negotiateLocale } from "@/lib/i18n/locales";
import { getPack } from "@/lib/packs/get-pack";
import { orderPack } from "@/lib/packs/order-pack";
import { OrderPackInput } from "@/lib/packs/schema";

const OrderPack = OrderPackInput.omit({ requestKey: true }).extend({
  locale: z
    .enum(LOCALES)
    .optional()
    .describe("Of the papers in it; the language of Accept-Language when absent."),
});

export const orderPackEndpoint = defineEndpoint({
  method: "post",
  path: "/packs",
  operationId: "orderPack",
  tag: "Packs",
  scopes: ["packs:write"],
  summary: "Order a pack of codes: pictures, framed, posters, labels or a spreadsheet",
  description:
    "Which codes are in it is decided now, for good; only minted ones of the released version get in. " +
    "Small ones are ready at once (201), others are prepared (202): read the pack until its status is `ready`.",
  body: OrderPack,
  status: 201,
  answer: Pack,
  answerHeaders: { Location: "Address of the pack." },
  otherAnswers: {
    202: { description: "It is being prepared.", schema: Pack },
    409: { description: "The look was put away." },
  },
  once: "keyed",
  example: {
    body: {
      name: "Spring tables",
      selection: { kind: "filter", filters: { search: "Table 12" } },
      options: { form: "pictures", nameTemplate: "{serial}-{label}", isAscii: false },
    },
  },
  async handle({ ctx, body, requestKey, request }) {
    const accepted = negotiateLocale(request.headers.get("accept-language") ?? "en");
    const { locale = accepted, ...order } = body;
    const { packId, status } = await orderPack(ctx, { ...order, locale, requestKey });
    const pack = await getPack(ctx, { packId });
    return {
      status: status === "preparing" ? 202 : 201,
      headers: { Location: `${API_ROOT}/packs/${packId}` },
      body: packView(pack, ctx.runtime.env.publicUrl),
    };
  },
});
