-- What the gate may do for pack links: read what it shows and sends, count a take, write down what happened. Where the
-- role is missing, see the block at the end of 20261121000800_scene_versions_and_scans.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'mintdesk_gate') THEN
    GRANT SELECT ("id", "name", "form", "status", "code_count", "file_name", "media_type", "file_count", "byte_size",
      "central_offset", "sha256", "created_at", "ready_at") ON "packs" TO mintdesk_gate;
    GRANT SELECT ("pack_id", "position", "path", "object_key", "crc32", "byte_size", "sha256", "zip_offset")
      ON "pack_files" TO mintdesk_gate;
    GRANT SELECT ("id", "pack_id", "name", "token_hash", "password_hash", "expires_at", "takes_max", "takes_count",
      "revoked_at", "created_by_name") ON "pack_links" TO mintdesk_gate;
    GRANT UPDATE ("takes_count") ON "pack_links" TO mintdesk_gate;
    GRANT SELECT ("id", "link_id", "ticket_hash", "taken_at", "completed_at") ON "pack_takes" TO mintdesk_gate;
    GRANT INSERT ("id", "pack_id", "link_id", "taken_by", "address", "taken_at", "ticket_hash")
      ON "pack_takes" TO mintdesk_gate;
    GRANT UPDATE ("completed_at") ON "pack_takes" TO mintdesk_gate;
    GRANT INSERT ("link_id", "kind", "at", "address") ON "pack_link_events" TO mintdesk_gate;
    GRANT USAGE ON SEQUENCE "pack_link_events_id_seq" TO mintdesk_gate;
  END IF;
END $$;
