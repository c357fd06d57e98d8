-- Which entry tells of a code, when it tells of many. Kept in order at once: what waits to be sorted in would be
-- sorted while the end of the chain is locked.
CREATE INDEX "audit_entries_code_ids" ON "audit_entries" USING gin (("details" -> 'codeIds')) WITH (fastupdate = off)
  WHERE "action" IN ('batch.codes_minted', 'codes.edited');
