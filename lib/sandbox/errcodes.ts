/** Texts as seen on the wire (section 4), without the rid that follows them. */
const ERRMSGS: Readonly<Record<number, string>> = {
  [-1]: "system error",
  [-1000]: "system error",
  40001:
    "invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r",
  40002: "invalid grant_type",
  40013: "invalid appid",
  40014: "invalid access_token",
  40066: "invalid url",
  40097: "invalid args",
  40125: "invalid appsecret",
  40129: "invalid scene",
  40159: "invalid length for path, or the data is not json string",
  40169: "invalid length for scene, or the data is not json string",
  40189: "invalid width",
  41001: "access_token missing",
  41002: "appid missing",
  41004: "appsecret missing",
  41030: "invalid page",
  42001: "access_token expired",
  43002: "require POST method",
  44002: "empty post data",
  44990: "reach max api second frequence limit",
  44991: "reach max api minute frequence limit",
  44993: "reach max api day frequence limit",
  45009: "reach max api daily quota limit",
  45011: "api minute-quota reach limit, must slower, retry next minute",
  45029: "qrcode count out of limit",
  47001: "data format error",
  48001: "api unauthorized",
  48004: "api forbidden for irregularities, view detail on mp.weixin.qq.com",
  50002: "user limited",
  50004: "user not allow to use accesstoken, maybe for punishment",
  61003: "component is not authorized by this account",
  61007: "api is unauthorized to component",
  61023: "refresh_token is invalid",
  85079: "miniprogram has no online release",
  85096: "not allow include scancode_time field",
};

/** The text of an errcode (section 4); an unknown one, set by a fault, gets a plain text. */
export function errmsgOf(errcode: number): string {
  return ERRMSGS[errcode] ?? "sandbox fault";
}
