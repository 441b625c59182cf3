INSERT INTO "schedules" ("lab_id", "from_day", "every_weeks", "weekday", "local_time", "time_zone", "duration_minutes")
  SELECT "id", ("created_at" AT TIME ZONE "time_zone")::date, 1, "weekday", "local_time", "time_zone", "duration_minutes"
  FROM "labs" WHERE "weekday" IS NOT NULL AND "local_time" IS NOT NULL
  ON CONFLICT DO NOTHING;--> statement-breakpoint
UPDATE "sessions" SET "slot" = m."day"
  FROM (
    SELECT DISTINCT ON (l."id", "day")
      s."id", (s."starts_at" AT TIME ZONE l."time_zone")::date AS "day"
    FROM "sessions" s JOIN "labs" l ON l."id" = s."lab_id"
    WHERE s."status" <> 'cancelled' AND s."slot" IS NULL
      AND extract(isodow FROM s."starts_at" AT TIME ZONE l."time_zone") = l."weekday"
      AND to_char(s."starts_at" AT TIME ZONE l."time_zone", 'HH24:MI') = l."local_time"
    ORDER BY l."id", "day", s."number"
  ) m WHERE m."id" = "sessions"."id";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "moved" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "labs" DROP COLUMN "weekday";--> statement-breakpoint
ALTER TABLE "labs" DROP COLUMN "local_time";
