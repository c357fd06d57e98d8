export const SNIPPETS = ["module", "app", "page", "game", "report", "curl", "verify"] as const;
export type SnippetName = (typeof SNIPPETS)[number];

interface SnippetPlace {
  gateUrl: string;
  wechatAppId: string;
  /** A comment in the reader's language. */
  say: (comment: "everyStart" | "notByCode" | "meaning" | "fallback" | "onceHere") => string;
}

/** Ready-to-paste code for one mini program. */
export function buildSnippets({ gateUrl, wechatAppId, say }: SnippetPlace) {
  const scene = `${gateUrl}/v1/mini-programs/${wechatAppId}/scenes`;
  const texts: Record<SnippetName, string> = {
    module: `// utils/scene.js
module.exports = require('./mintdesk-scene.js')({
  gateUrl: '${gateUrl}',
  appId: '${wechatAppId}',
})`,
    app: `// app.js
const resolveScene = require('./utils/scene.js')

App({
  globalData: { scene: null },
  onShow(options) {
    // ${say("everyStart")}
    resolveScene(options).then((to) => {
      if (to.status === 'none') return // ${say("notByCode")}
      this.globalData.scene = to // ${say("meaning")}
      if (to.status === 'retired' && to.page) wx.reLaunch({ url: '/' + to.page }) // ${say("fallback")}
    })
  },
})`,
    page: `// pages/…/index.js
const resolveScene = require('../../utils/scene.js')

Page({
  onLoad(options) {
    // ${say("onceHere")}
    resolveScene(options).then(({ status, payload }) => {
      if (status === 'ok' || status === 'offline') this.setData({ payload })
    })
  },
})`,
    game: `// game.js
const resolveScene = require('./utils/scene.js')

const start = (options) => resolveScene(options).then(({ payload }) => {
  // ${say("meaning")}
})
start(wx.getLaunchOptionsSync())
wx.onShow(start)`,
    report: `wx.request({
  url: '${scene}/' + encodeURIComponent(scene) + '/scans',
  method: 'POST',
  data: { sceneValue: wx.getEnterOptionsSync().scene, device: wx.getDeviceInfo().model },
})`,
    curl: `curl -i '${scene}/SCENE'`,
    verify: `const { createHmac, timingSafeEqual } = require('node:crypto')

function isFromMintdesk(signature, body, key) {
  const [, time, mac] = /^t=(\\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? []
  if (!time || Math.abs(Date.now() / 1000 - Number(time)) > 300) return false
  const expected = createHmac('sha256', key).update(time + '.' + body).digest()
  return timingSafeEqual(expected, Buffer.from(mac, 'hex'))
}`,
  };
  return texts;
}
