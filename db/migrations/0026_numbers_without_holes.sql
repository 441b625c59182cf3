UPDATE "sessions" SET "number" = -"counted"."number", "revision" = "revision" + 1, "revised_at" = now()
FROM (
  SELECT "s"."id", coalesce("b"."begun", 0) + row_number() OVER (PARTITION BY "s"."lab_id" ORDER BY "s"."starts_at", "s"."number") AS "number"
  FROM "sessions" "s" LEFT JOIN (
    SELECT "lab_id", max("number") AS "begun" FROM "sessions" WHERE "status" NOT IN ('scheduled', 'cancelled') GROUP BY "lab_id"
  ) "b" ON "b"."lab_id" = "s"."lab_id"
  WHERE "s"."status" = 'scheduled'
) "counted"
WHERE "sessions"."id" = "counted"."id" AND "sessions"."number" <> "counted"."number";--> statement-breakpoint
UPDATE "sessions" SET "number" = -"number" WHERE "number" < 0;
