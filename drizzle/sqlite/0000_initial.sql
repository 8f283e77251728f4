CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`actor_name` text NOT NULL,
	`organisation_id` text NOT NULL,
	`verb` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`reason` text,
	`details` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entries_previous_hash` ON `audit_entries` (`previous_hash`);
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_kind`,`subject_id`);
--> statement-breakpoint
CREATE INDEX `audit_entries_organisation` ON `audit_entries` (`organisation_id`,`seq`);
--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text,
	`uscc` text,
	`uscc_verdict` text,
	`region_code` text NOT NULL,
	`status` text NOT NULL,
	`status_reason` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisations_kind_known" CHECK("organisations"."kind" in ('bank', 'enterprise', 'guarantor', 'insurer', 'department', 'regulator', 'operator')),
	CONSTRAINT "organisations_status_known" CHECK("organisations"."status" in ('pending', 'active', 'rejected', 'suspended')),
	CONSTRAINT "organisations_uscc_verdict_known" CHECK("organisations"."uscc_verdict" in ('valid', 'checkDigitMismatch'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_uscc` ON `organisations` (`uscc`);
--> statement-breakpoint
CREATE INDEX `organisations_kind` ON `organisations` (`kind`,`status`);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`label` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sessions_kind_known" CHECK("sessions"."kind" in ('cookie', 'bearer'))
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`role` text NOT NULL,
	`status` text NOT NULL,
	`failed_attempts` integer DEFAULT 0 NOT NULL,
	`locked_until` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "users_role_known" CHECK("users"."role" in ('administrator', 'officer', 'auditor')),
	CONSTRAINT "users_status_known" CHECK("users"."status" in ('pending', 'active', 'disabled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username` ON `users` (`username`);
--> statement-breakpoint
CREATE INDEX `users_organisation` ON `users` (`organisation_id`);
