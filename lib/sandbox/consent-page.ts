import { html, raw } from "hono/html";

import type { ConsentProblem, ConsentRequest } from "./consent-request";
import { CONSENT_STYLE } from "./consent-style";

type Html = ReturnType<typeof html>;

/** The permission sets a desk for codes has a use for (section 5, "Permission sets"). */
export const OFFERED_SETS = [
  { id: 17, zh: "获取小程序码", en: "Mini Program codes" },
  { id: 18, zh: "扫普通链接二维码打开小程序", en: "Plain links as codes" },
  { id: 88, zh: "URL Scheme、URL Link 与短链", en: "URL Schemes, URL Links and short links" },
] as const;

const PROBLEMS: Readonly<Record<ConsentProblem, { zh: string; en: string }>> = {
  unknown_component: {
    zh: "沙箱里没有这个第三方平台。请检查 component_appid。",
    en: "The sandbox knows no such third-party platform. Check component_appid.",
  },
  unknown_code: {
    zh: "预授权码不存在或已用过。请回到平台重新发起授权。",
    en: "This pre-authorisation code is unknown or already used. Go back to the platform and start again.",
  },
  expired_code: {
    zh: "预授权码已过期。请回到平台重新发起授权。",
    en: "This pre-authorisation code has expired. Go back to the platform and start again.",
  },
  bad_redirect: {
    zh: "redirect_uri 不在平台登记的域名上（没有登记时只能回到本机）。",
    en: "redirect_uri is not on the platform's registered domain (without one, it must be on this machine).",
  },
  unknown_account: {
    zh: "沙箱里没有这个小程序。请在列表中选择一个，或检查 biz_appid。",
    en: "The sandbox has no such mini program. Choose one of the list, or check biz_appid.",
  },
};

/** The page on which a mini program's owner consents, without scripts. It posts to its own address. */
export function consentPage({ component, redirectUri, accounts }: ConsentRequest): Html {
  const choices = accounts.map(({ appid }, index) => {
    const before = component.authorizations.get(appid);
    const isAuthorised = before !== undefined && !before.isWithdrawn;
    return html`<label class="choice"
      ><input
        type="radio"
        name="appid"
        value="${appid}"
        required
        ${raw(index === 0 ? "checked" : "")}
      /><code>${appid}</code>${
        isAuthorised ? html`<span class="tag">已授权 <span lang="en">authorised</span></span>` : ""
      }</label
    >`;
  });
  const sets = OFFERED_SETS.map(
    ({ id, zh, en }) =>
      html`<label class="choice"
        ><input type="checkbox" name="sets" value="${id}" checked /><span
          >${zh} <span lang="en">${en}</span></span
        ><span class="tag">${id}</span></label
      >`,
  );
  return frame(
    "授权给第三方平台",
    "Authorise a platform",
    html`<p>
        第三方平台 <code>${component.appid}</code> 请求代小程序调用接口。
        <span lang="en" class="line">A third-party platform asks to act for a mini program.</span>
      </p>
      <form method="post">
        <fieldset>
          <legend>小程序 <span lang="en">Mini program</span></legend>
          <div class="list">${choices}</div>
        </fieldset>
        <fieldset>
          <legend>权限集 <span lang="en">Permission sets</span></legend>
          ${sets}
        </fieldset>
        <button type="submit">授权 <span lang="en">Authorise</span></button>
        <p class="note">
          完成后回到 <span lang="en">Leads back to</span> <code>${redirectUri.origin}</code>
        </p>
      </form>`,
  );
}

export function consentProblemPage(problem: ConsentProblem): Html {
  const { zh, en } = PROBLEMS[problem];
  const words = html`<p role="alert">${zh} <span lang="en" class="line">${en}</span></p>`;
  return frame("无法授权", "Cannot authorise", words);
}

function frame(zh: string, en: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${zh} · ${en}</title>
        <style>
          ${raw(CONSENT_STYLE)}
        </style>
      </head>
      <body>
        <main>
          <p class="banner">
            <strong>沙箱 <span lang="en">Sandbox</span></strong>
            这不是微信的页面：它在本机代替微信的授权页。
            <span lang="en" class="line"
              >This is not WeChat's page: it stands in for WeChat's authorisation page.</span
            >
          </p>
          <h1>${zh} <span lang="en">${en}</span></h1>
          ${content}
        </main>
      </body>
    </html>`;
}
