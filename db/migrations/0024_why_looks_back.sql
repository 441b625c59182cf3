ALTER TABLE "reflections" DROP CONSTRAINT "reflections_day";--> statement-breakpoint
ALTER TABLE "checkins" ADD COLUMN "looking_back" smallint;--> statement-breakpoint
CREATE INDEX "reflections_user" ON "reflections" USING btree ("user_id","question","written_at");