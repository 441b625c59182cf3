ALTER TABLE "checkins" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "checkins_untold" ON "checkins" USING btree ("lab_id","at") WHERE "checkins"."told_at" is null;--> statement-breakpoint
-- What was reported before this was known of is no news.
UPDATE "checkins" SET "told_at" = "at";
