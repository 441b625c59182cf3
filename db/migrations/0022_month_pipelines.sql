CREATE TABLE "month_pipelines" (
	"scenario_id" uuid PRIMARY KEY NOT NULL,
	"other_live_deals" integer,
	"life_or_death" smallint,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "month_pipelines" ADD CONSTRAINT "month_pipelines_scenario_id_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenarios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
INSERT INTO "month_pipelines" ("scenario_id", "other_live_deals", "life_or_death")
SELECT "id", "other_live_deals", "life_or_death" FROM "scenarios" WHERE "stands" <> 'withdrawn';
