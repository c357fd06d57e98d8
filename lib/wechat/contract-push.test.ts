import { describe, expect, it } from "vitest";
import { COMPONENT, startPlatform } from "@/lib/sandbox/platform-under-test";
import { APPID } from "@/lib/sandbox/sandbox-under-test";
import { readPush } from "./read-push";
import { serve, type SeenRequest } from "./testing/serve";

const PREVIOUS_KEY = "ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkj";

function read({ query, body }: SeenRequest, encodingAesKeys: readonly string[]) {
  return readPush({
    componentAppId: COMPONENT.appid,
    token: COMPONENT.token,
    encodingAesKeys,
    query: {
      timestamp: query.get("timestamp") ?? "",
      nonce: query.get("nonce") ?? "",
      msgSignature: query.get("msg_signature") ?? "",
      encryptType: query.get("encrypt_type") ?? "",
    },
    body,
  });
}

/** A sandbox that pushes to this test. */
async function receive() {
  const server = await serve((response) => response.end("success"));
  const under = await startPlatform({
    pushUrl: `${server.baseUrl}/events`,
    previousEncodingAesKey: PREVIOUS_KEY,
  });
  const readLast = (keys = [COMPONENT.encodingAesKey]) =>
    server.requests.slice(-1).map((request) => read(request, keys))[0];
  return { ...under, server, readLast };
}

describe("pushes of the sandbox", () => {
  it.each([true, false])("are read, with CDATA: %s", async (pushCdata) => {
    const { sandbox, control, home, authorise, clock, readLast } = await receive();
    sandbox.state.configure({ pushCdata });
    const createdAt = new Date(Math.floor(clock.nowMs / 1000) * 1000);

    const { json } = await control(`${home}/ticket`, {});
    expect(json.push).toMatchObject({ isAccepted: true });
    expect(readLast()).toEqual({ kind: "ticket", ticket: json.ticket, createdAt });

    const { authorizationCode, expiresIn } = await authorise({ appid: APPID });
    expect(readLast()).toEqual({
      kind: "authorized",
      authorizerAppId: APPID,
      authorizationCode,
      codeExpiresAt: new Date(createdAt.getTime() + expiresIn * 1000),
      preAuthCode: expect.stringMatching(/^preauthcode@@@/),
      createdAt,
    });
    await authorise({ appid: APPID, sets: [17] });
    expect(readLast()).toMatchObject({ kind: "updateauthorized", authorizerAppId: APPID });
    await control(`${home}/unauthorise`, { appid: APPID });
    expect(readLast()).toEqual({ kind: "unauthorized", authorizerAppId: APPID, createdAt });
  });

  it("are read with the previous key while WeChat still uses it", async () => {
    const { control, home, readLast } = await receive();
    await control(`${home}/ticket`, { usePreviousKey: true });
    expect(() => readLast()).toThrow("no EncodingAESKey opens it");
    expect(readLast([COMPONENT.encodingAesKey, PREVIOUS_KEY])).toMatchObject({ kind: "ticket" });
  });
});
