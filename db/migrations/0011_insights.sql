ALTER TABLE "labs" ADD COLUMN "observers_see_insights" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "events_clocks" ON "events" USING btree ("session_id","seq") WHERE "events"."type" in ('session.started', 'turn.started', 'turn.phase_changed', 'turn.paused', 'turn.resumed', 'turn.ended');
