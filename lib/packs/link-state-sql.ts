/**
 * What state a link is in, in one place for the desk and the gate: plain SQL, for a query with a link as `link`.
 * By the database's clock, and anew for every row, so that it holds for one that was just waited for.
 */
export const LINK_STATE = `
  CASE WHEN link.revoked_at IS NOT NULL THEN 'revoked'
    WHEN link.expires_at <= clock_timestamp() THEN 'expired'
    WHEN link.takes_count >= link.takes_max THEN 'used_up'
    ELSE 'open' END`;
