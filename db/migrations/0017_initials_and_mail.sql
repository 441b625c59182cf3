CREATE TABLE "mail_address_choices" (
	"address_hash" text NOT NULL,
	"kind" text NOT NULL,
	"wanted" boolean NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_address_choices_address_hash_kind_pk" PRIMARY KEY("address_hash","kind")
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "initials" text;