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
