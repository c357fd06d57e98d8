import { Scene } from "@/lib/scenes/schema";

export interface SplitPage {
  page: string;
  query: string;
}

/** The page as B wants it, and the query that stood behind it. */
export function splitPage(text: string): SplitPage {
  const [page = "", ...rest] = text.trim().split("?");
  return { page: page.replace(/^\/+/, ""), query: rest.join("?").replace(/^&+/, "") };
}

/** The scene a query becomes together with one already written; null when WeChat would refuse it. */
export function queryAsScene(scene: string, query: string): string | null {
  const joined = [scene, query].filter((part) => part !== "").join("&");
  return Scene.safeParse(joined).success ? joined : null;
}

function valueOf(text: string): string | number {
  return /^-?(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text;
}

/** The payload a query becomes: one key per parameter, repeated ones as a list, whole numbers as numbers. */
export function queryAsPayload(query: string): Record<string, unknown> {
  const payload: Record<string, unknown> = {};
  const parameters = new URLSearchParams(query);
  for (const key of new Set(parameters.keys())) {
    const values = parameters.getAll(key).map(valueOf);
    payload[key] = values.length > 1 ? values : values[0];
  }
  return payload;
}

/** The payload a scene becomes that WeChat would refuse: its parameters if it has such, else the text as it is. */
export function sceneAsPayload(scene: string): Record<string, unknown> {
  const isQuery = scene.split("&").every((part) => /^[^=]+=/.test(part));
  return isQuery ? queryAsPayload(scene) : { scene };
}
