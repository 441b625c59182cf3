DROP INDEX "place_words_like";--> statement-breakpoint
DROP INDEX "places_author";--> statement-breakpoint
CREATE INDEX "places_author" ON "places" USING btree ("lab_id","author_id","at");