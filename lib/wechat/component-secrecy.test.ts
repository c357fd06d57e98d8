import { inspect } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import type { CallRecord } from "./call-endpoint";
import { createComponentClient } from "./component-client";
import { createMemoryTokenStore } from "./memory-token-store";
import { type Answer, sendJson, serve } from "./testing/serve";
import { rejection } from "./testing/wechat-double";
import type { TokenEvent } from "./token-events";

const SECRET = "c0mp0nent/secret+with&signs";
const TICKET = "ticket@@@Verify+Ticket/0123";
const TOKEN = "91_Component-Token/with+odd=chars";
const CODE = "queryauthcode@@@Once+Only/0123";
const REFRESH = "refreshtoken@@@Kept+Long/0123";
const PREAUTH = "preauthcode@@@Soon+Gone/0123";
const SECRETS = [SECRET, TICKET, TOKEN, CODE, REFRESH, PREAUTH];

const granted: Answer = (response) =>
  sendJson(response, { component_access_token: TOKEN, expires_in: 7200 });

/** Servers that throw the request back, or break off in the middle of a secret of their own. */
const echoes: [string, Answer][] = [
  ["HTML", (response, { body, query }) => response.end(`<html>${body} ${query}</html>`)],
  ["an address", (response) => response.writeHead(500).end(`${response.req.url}`)],
  [
    "an errmsg",
    (response, { body, query }) =>
      sendJson(response, {
        errcode: 40097,
        errmsg: `${query.get("component_access_token")} ${body}`,
      }),
  ],
  [
    "half an answer",
    (response) =>
      response.end(
        `{"component_access_token":"${TOKEN}","authorizer_access_token":"${TOKEN}",` +
          `"authorizer_refresh_token":"${REFRESH}","pre_auth_code":"${PREAUTH}","expires_in":`,
      ),
  ],
  ["a reset", (response) => response.req.socket.resetAndDestroy()],
];

async function open(answer: Answer, tokens: Answer) {
  const server = await serve((response, request) =>
    request.path.endsWith("api_component_token")
      ? tokens(response, request)
      : answer(response, request),
  );
  const told: (CallRecord | TokenEvent)[] = [];
  const component = createComponentClient({
    baseUrl: server.baseUrl,
    componentAppId: "wxc0000000000000a1",
    secret: () => ({ reveal: () => SECRET }),
    readTicket: async () => TICKET,
    tokenStore: createMemoryTokenStore(),
    timeoutMs: 2_000,
    onCall: (record) => told.push(record),
    onTokenEvent: (event) => told.push(event),
  });
  onTestFinished(() => component.close());
  return { component, told };
}

function leaksIn(...values: unknown[]): string[] {
  const errors = values.filter((value) => value instanceof Error);
  const text = [
    ...errors.flatMap((error) => [error.message, error.stack]),
    JSON.stringify(values),
    inspect(values, { depth: 20, showHidden: true, getters: true }),
  ].join("\n");
  return SECRETS.flatMap((secret) => [secret, encodeURIComponent(secret)]).filter((secret) =>
    text.includes(secret),
  );
}

it.each(echoes)("no secret of a platform shows when a call meets %s", async (_what, answer) => {
  const { component, told } = await open(answer, granted);
  const authorizerAppId = "wx1";
  const errors = [
    await rejection(component.createPreAuthCode()),
    await rejection(component.queryAuth(CODE)),
    await rejection(component.refreshAuthorizer({ authorizerAppId, refreshToken: REFRESH })),
    await rejection(component.listAuthorizers({ offset: 0, count: 1 })),
    await rejection(component.startPushTicket()),
  ];
  expect(leaksIn(...errors, told, component)).toEqual([]);
});

it.each(echoes)("no secret shows when the component token meets %s", async (_what, answer) => {
  const { component, told } = await open(granted, answer);
  const error = await rejection(component.createPreAuthCode());
  expect(leaksIn(error, told)).toEqual([]);
});

it("the search itself would find a secret", () => {
  expect(leaksIn({ requestBody: { ticket: TICKET } })).not.toEqual([]);
});
