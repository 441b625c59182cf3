ALTER TABLE "turns" ADD COLUMN "put_off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "turns" t SET "put_off" = true
FROM "events" d
WHERE d."session_id" = t."session_id" AND d."type" = 'scenario.deferred' AND d."data" ->> 'scenarioId' = t."scenario_id"::text
  AND EXISTS (
    SELECT 1 FROM "events" e
    WHERE e."session_id" = t."session_id" AND e."seq" < d."seq" AND e."type" = 'turn.ended' AND e."data" ->> 'turnId' = t."id"::text)
  AND NOT EXISTS (
    SELECT 1 FROM "events" e
    WHERE e."session_id" = t."session_id" AND e."seq" > d."seq" AND e."type" = 'turn.started' AND e."data" ->> 'turnId' = t."id"::text)
  AND NOT EXISTS (SELECT 1 FROM "commitments" c WHERE c."turn_id" = t."id");
