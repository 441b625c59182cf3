ALTER TABLE "invitations" ADD COLUMN "email" text;
