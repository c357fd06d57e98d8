/** A column of sealed text (lib/core/secret-box.ts) and the place its rows are sealed for: `<place>|<id>`. */
export interface SealedColumn {
  table: string;
  column: string;
  /** The column whose value ends the place. */
  id: string;
  place: string;
}

/** Every one there is: whoever changes the desk's secret has to seal them anew. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: "users", column: "totp_ciphertext", id: "id", place: "users|totp" },
  { table: "audit_keys", column: "ciphertext", id: "id", place: "audit_keys|private" },
  { table: "access_tokens", column: "ciphertext", id: "holder_id", place: "access_tokens|token" },
  { table: "platforms", column: "secret_ciphertext", id: "id", place: "platforms|secret" },
  { table: "platforms", column: "push_token_ciphertext", id: "id", place: "platforms|push_token" },
  {
    table: "platforms",
    column: "encoding_key_ciphertext",
    id: "id",
    place: "platforms|encoding_key",
  },
  {
    table: "platforms",
    column: "previous_key_ciphertext",
    id: "id",
    place: "platforms|previous_key",
  },
  { table: "platforms", column: "ticket_ciphertext", id: "id", place: "platforms|ticket" },
  { table: "mini_programs", column: "secret_ciphertext", id: "id", place: "mini_programs|secret" },
  {
    table: "mini_programs",
    column: "signing_key_ciphertext",
    id: "id",
    place: "mini_programs|signing_key",
  },
  {
    table: "token_servers",
    column: "secret_ciphertext",
    id: "mini_program_id",
    place: "token_servers|secret",
  },
  {
    table: "platform_authorizations",
    column: "refresh_token_ciphertext",
    id: "mini_program_id",
    place: "platform_authorizations|refresh",
  },
  {
    table: "webhook_endpoints",
    column: "secret_ciphertext",
    id: "id",
    place: "webhook_endpoints|secret",
  },
  {
    table: "webhook_endpoints",
    column: "previous_secret_ciphertext",
    id: "id",
    place: "webhook_endpoints|previous_secret",
  },
];
