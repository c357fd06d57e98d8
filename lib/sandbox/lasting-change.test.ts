import { expect, it } from "vitest";

import { COMPONENT, startPlatform } from "./platform-under-test";
import { APPID } from "./sandbox-under-test";

/** A platform with one consent, and how many lasting changes an act made known. */
async function startListening() {
  const under = await startPlatform();
  const { component_access_token: componentToken } = await under.fetchToken();
  const { authorizationCode } = await under.authorise({ appid: APPID });
  const { authorization_info: info } = await under.call(
    "api_query_auth",
    { authorization_code: authorizationCode },
    componentToken,
  );
  let heard = 0;
  under.sandbox.state.onLastingChange = () => {
    heard += 1;
  };
  const changesOf = async (act: () => unknown) => {
    heard = 0;
    await act();
    return heard;
  };
  return { ...under, componentToken, refreshToken: info.authorizer_refresh_token, changesOf };
}

it("every lasting change is made known, whichever call made it", async () => {
  const { sandbox, changesOf, errcodeOf, post, token, ...platform } = await startListening();
  const { state } = sandbox;
  const { call, control, home, componentToken, refreshToken } = platform;
  const shortLink = { page_url: "pages/index/index", page_title: "x", is_permanent: true };
  const acts: [string, () => unknown][] = [
    ["a code of A", () => errcodeOf("A", { path: "new" })],
    ["an unchecked page", () => errcodeOf("B", { scene: "x", page: "new", check_path: false })],
    ["a permanent link", () => post(`/wxa/genwxashortlink?access_token=${token}`, shortLink)],
    [
      "another refresh token",
      () =>
        call(
          "api_authorizer_token",
          { authorizer_appid: APPID, authorizer_refresh_token: refreshToken },
          componentToken,
        ),
    ],
    ["pushes started", () => call("api_start_push_ticket", { component_secret: COMPONENT.secret })],
    ["a ticket", () => control(`${home}/ticket`, {})],
    ["a consent", () => control(`${home}/authorise`, { appid: APPID })],
    ["a consent withdrawn", () => control(`${home}/unauthorise`, { appid: APPID })],
    ["a platform changed", () => control(home, { token: "other" }, "PATCH")],
    [
      "a platform made",
      () => control("/components", { ...COMPONENT, appid: "wx00000000000000c2" }),
    ],
    ["an account changed", () => state.updateAccount(APPID, { used: 1 })],
    ["an account made", () => state.createAccount({ appid: "wx00000000000000a2", secret: "x" })],
    ["a switch", () => state.configure({ numUsed: "off" })],
    ["a reset", () => state.reset()],
  ];
  for (const [name, act] of acts) expect(await changesOf(act), name).toBe(1);
});

it("calls that change nothing lasting make nothing known", async () => {
  const { changesOf, errcodeOf, fetchStable } = await startListening();
  await errcodeOf("A", { path: "known" });
  const quiet = async () => {
    await errcodeOf("A", { path: "known" });
    await errcodeOf("A", { path: "" });
    await errcodeOf("B", { scene: "x" });
    await fetchStable();
  };
  expect(await changesOf(quiet)).toBe(0);
});
