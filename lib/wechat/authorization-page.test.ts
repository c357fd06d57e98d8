import { expect, it } from "vitest";
import { authorizationPageUrl } from "./authorization-page";

const page = {
  componentAppId: "wxc0000000000000a1",
  preAuthCode: "preauthcode@@@a+b/c=",
  redirectUri: "https://desk.example.com/back?x=1&y=2",
};

it("is WeChat's page for mini programs", () => {
  const url = new URL(authorizationPageUrl(page));
  expect(url.origin + url.pathname).toBe("https://mp.weixin.qq.com/cgi-bin/componentloginpage");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    component_appid: page.componentAppId,
    pre_auth_code: page.preAuthCode,
    redirect_uri: page.redirectUri,
    auth_type: "2",
  });
});

it("may ask one mini program alone, and stand elsewhere", () => {
  const pageBase = "http://127.0.0.1:8080/sandbox/";
  const url = new URL(authorizationPageUrl({ ...page, pageBase, authorizerAppId: "wx1" }));
  expect(url.href.startsWith("http://127.0.0.1:8080/sandbox/cgi-bin/")).toBe(true);
  expect(url.searchParams.get("biz_appid")).toBe("wx1");
});
