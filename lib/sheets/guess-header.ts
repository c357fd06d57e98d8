const CHINESE_THING =
  "门店|店铺|店|分店|商户|桌|桌位|餐桌|房间|客房|活动|渠道|商品|产品|员工|导购|城市|区域|省份|省|市|区|地区|片区|场景|场景值|页面|路径|链接|标签|标题|备注|说明|电话|手机|地址|参数|二维码|码";
const CHINESE_HEADER = new RegExp(
  `^(?:(?:${CHINESE_THING})?(?:名|名称|名字|号|编号|编码|代码|序号|ID|id|码|地址|电话|路径)|${CHINESE_THING}|姓名|日期|时间|类型|数量)$`,
);
const ENGLISH_THING =
  "store|shop|branch|outlet|table|room|seat|event|campaign|channel|product|sku|item|staff|employee|city|region|area|district|province|scene|page|path|url|link|label|title|tag|note|remark|comment|phone|address|parameter|param|payload|serial|qr|row|user|customer|date|type";
const ENGLISH_HEADER = new RegExp(
  `^(?:(?:${ENGLISH_THING})s?[ _-]?)?(?:name|id|no\\.?|number|code|key|value|#)$|^(?:${ENGLISH_THING})s?$`,
  "i",
);

/** Whether the first record looks like names of columns and not like a row of its own. */
export function guessHeader(records: readonly string[][]): boolean {
  const [first] = records;
  if (!first || records.length < 2) return false;
  const cells = first.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const isDistinct = new Set(cells).size === cells.length;
  return isDistinct && cells.some(isHeaderWord) && !cells.some((cell) => /^\d/.test(cell));
}

function isHeaderWord(cell: string): boolean {
  return CHINESE_HEADER.test(cell) || ENGLISH_HEADER.test(cell);
}
