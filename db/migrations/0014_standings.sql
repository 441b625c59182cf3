CREATE TABLE "standings" (
	"scenario_id" uuid PRIMARY KEY NOT NULL,
	"lab_id" uuid NOT NULL,
	"stage" text,
	"rung" smallint,
	"decision" text,
	"outcome" text
);
--> statement-breakpoint
ALTER TABLE "standings" ADD CONSTRAINT "standings_scenario_id_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenarios"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standings" ADD CONSTRAINT "standings_lab_id_labs_id_fk" FOREIGN KEY ("lab_id") REFERENCES "public"."labs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standings_lab" ON "standings" USING btree ("lab_id");--> statement-breakpoint
CREATE INDEX "places_titles" ON "places" USING btree ("lab_id","at") WHERE "places"."part" = 'title';--> statement-breakpoint
INSERT INTO "standings" ("scenario_id", "lab_id", "stage", "rung", "decision", "outcome")
SELECT s.id, s.lab_id, nullif(lower(btrim(s.stage)), ''), t.rung, c.decision, k.outcome
FROM "scenarios" s
LEFT JOIN LATERAL (
  SELECT coalesce((reveal ->> 'lowestOpenRung')::int, 0) AS rung FROM "turns"
  WHERE scenario_id = s.id AND reveal IS NOT NULL ORDER BY started_at DESC LIMIT 1) t ON true
LEFT JOIN LATERAL (
  SELECT id, decision FROM "commitments" WHERE scenario_id = s.id ORDER BY made_at DESC LIMIT 1) c ON true
LEFT JOIN LATERAL (
  SELECT outcome FROM "checkins" WHERE commitment_id = c.id ORDER BY at DESC, id DESC LIMIT 1) k ON true;
