CREATE TABLE "place_heads" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_words" (
	"lab_id" uuid NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "place_words_lab_id_word_pk" PRIMARY KEY("lab_id","word")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"source" uuid NOT NULL,
	"part" text NOT NULL,
	"lab_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"scenario_id" uuid,
	"kind" text NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"body" text NOT NULL,
	"vector" "tsvector" NOT NULL,
	CONSTRAINT "places_source_part_pk" PRIMARY KEY("source","part")
);
--> statement-breakpoint
ALTER TABLE "place_heads" ADD CONSTRAINT "place_heads_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_words" ADD CONSTRAINT "place_words_lab_id_labs_id_fk" FOREIGN KEY ("lab_id") REFERENCES "public"."labs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_lab_id_labs_id_fk" FOREIGN KEY ("lab_id") REFERENCES "public"."labs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "place_words_like" ON "place_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "places_vector" ON "places" USING gin ("vector");--> statement-breakpoint
CREATE INDEX "places_lab" ON "places" USING btree ("lab_id","at");--> statement-breakpoint
CREATE INDEX "places_scenario" ON "places" USING btree ("scenario_id");--> statement-breakpoint
CREATE INDEX "places_author" ON "places" USING btree ("author_id","at");