-- A deal stands where its last ladder left it: a check-in's too.
UPDATE "standings" d SET "rung" = coalesce((
  SELECT min(rung) FROM jsonb_array_elements(last."ladder") WITH ORDINALITY AS one(answered, rung)
  WHERE answered ->> 'answer' <> 'yes'), 0)
FROM (
  SELECT DISTINCT ON (c."scenario_id") c."scenario_id", k."ladder", k."at"
  FROM "commitments" c JOIN "checkins" k ON k."commitment_id" = c."id"
  WHERE k."ladder" IS NOT NULL ORDER BY c."scenario_id", k."at" DESC) last
WHERE last."scenario_id" = d."scenario_id" AND NOT EXISTS (
  SELECT 1 FROM "turns" t WHERE t."scenario_id" = d."scenario_id" AND (t."reveal" ->> 'at')::timestamptz > last."at");
--> statement-breakpoint
-- Pictures, and words of scripts without spaces, are found by a finer rule: the logs are followed anew from the first of them.
UPDATE "place_heads" h SET "seq" = first."seq" - 1
FROM (
  SELECT e."session_id", min(e."seq") AS "seq"
  FROM "events" e
  WHERE e."data"::text ~ '[\u2190-\U0010FFFF]' OR (e."type" = 'commitment.made' AND EXISTS (
    SELECT 1 FROM "checkins" k
    WHERE k."commitment_id" = (e."data" ->> 'id')::uuid AND concat(k."note", k."ladder") ~ '[\u2190-\U0010FFFF]'))
  GROUP BY e."session_id") first
WHERE first."session_id" = h."session_id" AND h."seq" >= first."seq";
--> statement-breakpoint
-- Memberships of deleted accounts stand aside until those come back.
WITH gone AS (
  DELETE FROM "members" m USING "users" u WHERE u."id" = m."user_id" AND u."leaving_at" IS NOT NULL RETURNING m.*)
INSERT INTO "members_aside" ("lab_id", "user_id", "role", "role_since", "joined_at", "pledged_at")
SELECT "lab_id", "user_id", "role", "role_since", "joined_at", "pledged_at" FROM gone ON CONFLICT DO NOTHING;
