-- Length of a text as browsers count it: what lies beyond U+FFFF counts two.
CREATE FUNCTION utf16_length(said text) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT char_length(said) + char_length(regexp_replace(said, '[^\U00010000-\U0010FFFF]', '', 'g'))
$$;

-- Bytes of a payload as it is sent, without the spaces PostgreSQL writes between its parts; those in texts count.
CREATE FUNCTION payload_bytes(payload jsonb) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT octet_length(payload::text) - (char_length(bare) - char_length(replace(bare, ' ', '')))
  FROM (SELECT regexp_replace(payload::text, '"(\\.|[^"\\])*"', '', 'g') AS bare) AS stripped
$$;

-- Whether a payload is made of a campaign's fields (lib/campaigns/fields-schema.ts says the same for one); no
-- fields: any object is.
CREATE FUNCTION payload_fits(payload jsonb, fields jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN payload IS NULL OR jsonb_typeof(payload) <> 'object' THEN false
    WHEN jsonb_array_length(fields) = 0 THEN true
    ELSE payload - ARRAY(SELECT field ->> 'key' FROM jsonb_array_elements(fields) AS field) = '{}'
      AND NOT EXISTS (
        SELECT FROM jsonb_array_elements(fields) AS field
          CROSS JOIN LATERAL (SELECT payload -> (field ->> 'key')) AS given (said)
        WHERE NOT CASE
          WHEN said IS NULL THEN NOT (field ->> 'isRequired')::boolean
          WHEN field ->> 'type' = 'text' THEN jsonb_typeof(said) = 'string'
            AND utf16_length(said #>> '{}') <= coalesce((field ->> 'maxLength')::int, 500)
            AND (said #>> '{}' ~ '\S' OR NOT (field ->> 'isRequired')::boolean)
          WHEN field ->> 'type' = 'number' THEN jsonb_typeof(said) = 'number'
          WHEN field ->> 'type' = 'choice' THEN jsonb_typeof(said) = 'string' AND field -> 'choices' @> said
          ELSE jsonb_typeof(said) = 'boolean'
        END)
  END
$$;
