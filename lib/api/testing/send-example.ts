import type { Endpoint } from "@/lib/api/endpoint";
import type { ApiDesk } from "@/lib/api/testing/api-desk";
import { fillExample } from "@/lib/api/testing/fill-example";

/** Makes the call of an endpoint's example, with the key named or the operator's. */
export async function sendExample(
  desk: ApiDesk,
  endpoint: Endpoint,
  options: { key?: string } = {},
): Promise<Response> {
  const { params, query, headers, body } = await fillExample(desk, endpoint.example);
  let address: string = endpoint.path;
  for (const [name, value] of Object.entries(params)) {
    address = address.replace(`{${name}}`, () => encodeURIComponent(value));
  }
  const search = new URLSearchParams(query).toString();
  const call = `${endpoint.method.toUpperCase()} ${address}${search && `?${search}`}`;
  return desk.ask(call, { ...options, body, headers });
}
