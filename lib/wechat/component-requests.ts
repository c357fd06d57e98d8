import { z } from "zod";
import { AUTHORIZERS_PER_PAGE } from "./limits";

/** `POST …/api_get_authorizer_list` (section 5). */
export const ListAuthorizersRequest = z.strictObject({
  offset: z.number().int().min(0),
  count: z.number().int().min(1).max(AUTHORIZERS_PER_PAGE),
});
export type ListAuthorizersInput = z.input<typeof ListAuthorizersRequest>;

/** `POST …/api_authorizer_token` (section 5). */
export const RefreshAuthorizerRequest = z.strictObject({
  authorizerAppId: z.string().min(1),
  refreshToken: z.string().min(1),
});
export type RefreshAuthorizerInput = z.input<typeof RefreshAuthorizerRequest>;
