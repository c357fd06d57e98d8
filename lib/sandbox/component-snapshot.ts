import { z } from "zod";

import { ComponentInput, createComponent, type Component } from "./component";
import { TokenBook } from "./token-book";

const AuthorizationSnapshot = z.strictObject({
  appid: z.string(),
  sets: z.array(z.number().int()),
  refreshToken: z.string(),
  authorizedAtMs: z.number(),
  isWithdrawn: z.boolean(),
});

/** A platform as kept in a file: its tickets and consents, without tokens and codes. */
export const ComponentSnapshot = ComponentInput.extend({
  tickets: z.array(z.strictObject({ value: z.string(), issuedAtMs: z.number() })),
  isPushing: z.boolean(),
  authorizations: z.array(AuthorizationSnapshot),
});
export type ComponentSnapshot = z.output<typeof ComponentSnapshot>;

export function dumpComponent(component: Component): ComponentSnapshot {
  const { appid, secret, token, encodingAesKey, previousEncodingAesKey } = component;
  const { pushUrl, redirectHost, ipWhitelist, tickets, isPushing, authorizations } = component;
  return {
    appid,
    secret,
    token,
    encodingAesKey,
    previousEncodingAesKey,
    pushUrl,
    redirectHost,
    ipWhitelist,
    tickets: [...tickets],
    isPushing,
    authorizations: [...authorizations.values()].map(({ tokens: _tokens, sets, ...kept }) => ({
      ...kept,
      sets: [...sets],
    })),
  };
}

export function loadComponent(snapshot: ComponentSnapshot): Component {
  const { tickets, isPushing, authorizations, ...input } = snapshot;
  const component = createComponent(input);
  component.tickets = tickets;
  component.isPushing = isPushing;
  for (const kept of authorizations) {
    component.authorizations.set(kept.appid, { ...kept, tokens: new TokenBook() });
  }
  return component;
}
