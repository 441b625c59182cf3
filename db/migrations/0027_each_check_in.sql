DROP INDEX "checkins_in_session";--> statement-breakpoint
CREATE INDEX "checkins_session" ON "checkins" USING btree ("session_id");--> statement-breakpoint
-- Reports that another one of their session had taken the place of stand beside it again, but for those that their author
-- recorded again with the same outcome: those were edited. They were told, or will be, with the one that took their place:
-- of those that are told together the last alone is news. Their words are found: the logs are followed anew from the first
-- of them.
WITH told AS (
  SELECT DISTINCT ON (e."session_id", e."data" ->> 'commitmentId', e."by", e."data" ->> 'outcome') e.*
  FROM "events" e WHERE e."type" = 'checkin.recorded'
  ORDER BY e."session_id", e."data" ->> 'commitmentId', e."by", e."data" ->> 'outcome', e."seq" DESC),
earlier AS (
  SELECT t."session_id", t."seq", (t."data" ->> 'id')::uuid AS "id", c."lab_id", c."id" AS "commitment_id", t."by",
    t."data", t."at", (SELECT k."told_at" FROM "checkins" k
      WHERE k."session_id" = t."session_id" AND k."commitment_id" = c."id" ORDER BY k."at" DESC LIMIT 1) AS "told_at"
  FROM told t JOIN "commitments" c ON c."id" = (t."data" ->> 'commitmentId')::uuid
  WHERE NOT EXISTS (SELECT 1 FROM "checkins" k WHERE k."id" = (t."data" ->> 'id')::uuid)),
kept AS (
  INSERT INTO "checkins" ("id", "lab_id", "commitment_id", "session_id", "by_id", "outcome", "ladder", "note",
    "looking_back", "at", "told_at")
  SELECT "id", "lab_id", "commitment_id", "session_id", "by", "data" ->> 'outcome', "data" -> 'ladder',
    "data" ->> 'note', ("data" ->> 'lookingBack')::smallint, "at", "told_at"
  FROM earlier)
UPDATE "place_heads" h SET "seq" = first."seq" - 1
FROM (SELECT "session_id", min("seq") AS "seq" FROM earlier GROUP BY "session_id") first
WHERE first."session_id" = h."session_id" AND h."seq" >= first."seq";
