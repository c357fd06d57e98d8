import type {
  ChooseTokenSourceInput,
  TokenServerFields,
  TokenServerRow,
  TokenSource,
} from "@/lib/mini-programs/schema";

/** The fields of every source at once, so that nothing typed is lost by looking at another. */
export interface SourceValues extends TokenServerFields {
  id: string;
  tokenSource: TokenSource;
  appSecret: string;
}

/** What the form starts from; secrets are always empty. */
export function startingValues(
  id: string,
  tokenSource: TokenSource,
  tokenServer: TokenServerRow | null,
): SourceValues {
  return {
    id,
    tokenSource,
    appSecret: "",
    url: tokenServer?.url ?? "",
    headerName: tokenServer?.headerName ?? "",
    headerSecret: "",
    tokenPath: tokenServer?.tokenPath ?? "access_token",
    expiryPath: tokenServer?.expiryPath ?? "expires_in",
  };
}

/** The chosen source with what that way needs. */
export function inputOf({
  id,
  tokenSource,
  appSecret,
  ...server
}: SourceValues): ChooseTokenSourceInput {
  switch (tokenSource) {
    case "stable":
    case "classic":
      return { id, tokenSource, appSecret };
    case "token_server":
      return { id, tokenSource, ...server };
    case "platform":
      return { id, tokenSource };
  }
}

/** Whether keeping it would leave everything as it is. */
export function isUnchanged(
  values: SourceValues,
  present: TokenSource,
  tokenServer: TokenServerRow | null,
): boolean {
  const before = startingValues(values.id, present, tokenServer);
  return JSON.stringify(inputOf(values)) === JSON.stringify(inputOf(before));
}
