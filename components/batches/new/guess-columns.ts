import { PAYLOAD_FIELDS_MAX } from "@/lib/batches/schema";
import type { PayloadField } from "@/lib/batches/schema";

const SCENE_NAME = /scene|场景|编号|编码|代码|\bid\b|code|no\.?$/i;
const LABEL_NAME = /名称|名字|店名|门店|标签|^名$|name|label|title/i;

/** What a table's columns are most likely for. */
export interface GuessedColumns {
  labelTemplate: string;
  sceneColumn: string;
  fields: PayloadField[];
}

/** By their names; where these say nothing, by their place. */
export function guessColumns(columns: readonly string[]): GuessedColumns {
  const scene = columns.find((name) => SCENE_NAME.test(name));
  const label = columns.find((name) => LABEL_NAME.test(name) && name !== scene);
  const [first = ""] = columns;
  return {
    labelTemplate: `{${label ?? first}}`,
    sceneColumn: scene ?? columns.find((name) => name !== label) ?? first,
    fields: columns.slice(0, PAYLOAD_FIELDS_MAX).map((column) => ({ name: column, column })),
  };
}

/** Columns a template names, each once, in their order. */
export function columnsIn(template: string): string[] {
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name?.trim() ?? "");
  return [...new Set(names)];
}
