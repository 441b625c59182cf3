-- Evidence given with a check-in is found too: the logs are followed anew from the first commitment that some of it belongs to.
UPDATE "place_heads" h SET "seq" = first."seq" - 1
FROM (
  SELECT e."session_id", min(e."seq") AS "seq"
  FROM "checkins" k
  JOIN "commitments" c ON c."id" = k."commitment_id"
  JOIN "events" e ON e."session_id" = c."session_id" AND e."type" = 'commitment.made' AND e."data" ->> 'id' = c."id"::text
  WHERE k."ladder" @? '$[*].evidence'
  GROUP BY e."session_id") first
WHERE first."session_id" = h."session_id" AND h."seq" >= first."seq";
