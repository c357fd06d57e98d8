/**
 * Mintdesk: from a mini program code's scene to its meaning.
 *   var resolve = require('./mintdesk-scene.js')({ gateUrl: 'https://…', appId: 'wx…' })
 *   App({ onShow: function (o) { resolve(o).then(function (to) { … }) } })
 * Takes the options of onLaunch, onShow or onLoad, or a scene. Never rejects. to.status: ok,
 * retired (page, payload: the fallback), none (no scene), unknown, offline (the last known, or null)
 */
module.exports = function (settings) {
  var base = settings.gateUrl.replace(/\/+$/, '') + '/v1/mini-programs/' + settings.appId + '/scenes/';
  var recent = {};

  // WeChat percent-encodes the scene; no scene contains a per cent sign.
  function decode(text) {
    try { return decodeURIComponent(text); } catch (error) { return text; }
  }

  function read(o) {
    if (typeof o === 'string') return { scene: decode(o) };
    var query = (o && o.query) || o || {};
    // An app's o.scene is a number: how it was opened. A page's is the scene.
    var value = o && o.query ? o.scene : wx.getEnterOptionsSync && wx.getEnterOptionsSync().scene;
    var scene = typeof query.scene === 'string' ? decode(query.scene) : '';
    return { scene: scene, value: value, test: query.mintdesk_test };
  }

  function ask(url, left) {
    return new Promise(function (done) {
      wx.request({
        url: url, timeout: settings.timeout || 3000, success: done,
        fail: function () { done({}); }
      });
    }).then(function (answer) {
      if (!left || answer.statusCode < 500) return answer;
      return new Promise(function (done) {
        setTimeout(function () { done(ask(url, left - 1)); }, 300);
      });
    });
  }

  function understand(scene, answer) {
    var code = answer.statusCode;
    var key = 'mintdesk:' + scene;
    var status = { 200: 'ok', 410: 'retired', 404: 'unknown' }[code] || 'offline';
    var data = status === 'offline' ? wx.getStorageSync(key) : status === 'unknown' ? 0 : answer.data;
    var to = (code === 410 ? data.fallback : data) || {};
    var result = {
      status: status, scene: scene, page: to.page || null, payload: to.payload || null,
      version: to.version || null, campaign: to.campaign || null
    };
    if (code === 200 || code === 410) wx.setStorage({ key: key, data: result });
    if (status === 'offline') recent = {};
    return result;
  }

  return function (options) {
    var told = read(options);
    var scene = told.scene;
    if (!scene) return Promise.resolve({ status: 'none', scene: '', page: null, payload: null });
    // onLaunch, onShow and onLoad of one start ask once.
    if (recent.scene === scene && Date.now() - recent.at < 5000) return recent.result;
    var url = base + encodeURIComponent(scene) + '?sceneValue=' + (told.value || '');
    if (told.test) url += '&test=' + encodeURIComponent(told.test);
    recent = { scene: scene, at: Date.now() };
    recent.result = ask(url, 'retries' in settings ? settings.retries : 1).then(understand.bind(null, scene));
    return recent.result;
  };
};
