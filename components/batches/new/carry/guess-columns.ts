import { PAYLOAD_FIELDS_MAX } from "@/lib/batches/schema";
import type { PayloadField } from "@/lib/batches/schema";
import type { SheetView } from "@/lib/sheets/schema";

const SCENE_NAME =
  /scene|场景|参数|编号|编码|代码|桌号|工号|货号|序号|店号|门店号|房号|房间号|台号|座位号|^号$|\bids?\b|_id$|code|\bnr\b|no\.?$|number|serial|sku|key|token/i;
const LABEL_NAME =
  /名称|名字|店名|姓名|标题|标签|名目|品名|桌名|活动名|渠道|门店|店铺|分店|商户|^名$|name|label|title|caption|store|shop|branch|outlet|venue/i;
const PAGE_NAME = /页面|落地页|^页$|路径|链接|page|path|landing|route/i;
/** What WeChat calls a page: no leading slash, no query. */
const PAGE = /^[\w.-]+(?:\/[\w.-]+)+$/;

/** What a table's columns are most likely for. */
export interface GuessedColumns {
  labelTemplate: string;
  sceneColumn: string;
  /** Null: no column holds pages. */
  pageTemplate: string | null;
  fields: PayloadField[];
}

/** By their names; where these say nothing, by their place. A column of pages shows them as well. */
export function guessColumns({
  columns,
  samples,
}: Pick<SheetView, "columns" | "samples">): GuessedColumns {
  const page = columns.find((name, place) => PAGE_NAME.test(name) && arePages(samples[place]));
  const rest = columns.filter((name) => !PAGE_NAME.test(name));
  const named = rest.length > 0 ? rest : columns;
  const scene = named.find((name) => SCENE_NAME.test(name));
  const label = named.find((name) => LABEL_NAME.test(name) && name !== scene);
  const [first = ""] = named;
  return {
    labelTemplate: `{${label ?? first}}`,
    sceneColumn: scene ?? named.find((name) => name !== label) ?? first,
    pageTemplate: page === undefined ? null : `{${page}}`,
    fields: columns.slice(0, PAYLOAD_FIELDS_MAX).map((column) => ({ name: column, column })),
  };
}

function arePages(samples: readonly string[] | undefined): boolean {
  return samples !== undefined && samples.length > 0 && samples.every((text) => PAGE.test(text));
}
