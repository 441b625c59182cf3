-- A character of Chinese, Japanese or Korean alone is found now, and "ß" as "ss": the logs are followed anew from the first of them.
UPDATE "place_heads" h SET "seq" = first."seq" - 1
FROM (
  SELECT e."session_id", min(e."seq") AS "seq"
  FROM "events" e
  WHERE e."data"::text ~ '[ßẞ\u1100-\u11FF\u3005-\u30FF\u3130-\u318F\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF66-\uFFDC\U00020000-\U0003FFFF]'
    OR (e."type" = 'commitment.made' AND EXISTS (
      SELECT 1 FROM "checkins" k
      WHERE k."commitment_id" = (e."data" ->> 'id')::uuid
        AND concat(k."note", k."ladder") ~ '[ßẞ\u1100-\u11FF\u3005-\u30FF\u3130-\u318F\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF66-\uFFDC\U00020000-\U0003FFFF]'))
  GROUP BY e."session_id") first
WHERE first."session_id" = h."session_id" AND h."seq" >= first."seq";
