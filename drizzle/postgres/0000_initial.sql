CREATE TABLE "audit_entries" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"actor_name" text NOT NULL,
	"organisation_id" text NOT NULL,
	"verb" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"reason" text,
	"details" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "changes_kind_known" CHECK ("changes"."kind" in ('enterprise', 'products'))
);
--> statement-breakpoint
CREATE TABLE "access_log" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "access_log_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"enterprise_id" text NOT NULL,
	"reader_user_id" text NOT NULL,
	"reader_organisation_id" text NOT NULL,
	"purpose" text NOT NULL,
	"data_class" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"consent_id" text,
	"request_id" text NOT NULL,
	CONSTRAINT "access_log_purpose" CHECK ("access_log"."purpose" in ('ownFile', 'matching', 'creditAssessment', 'postLoan')),
	CONSTRAINT "access_log_data_class" CHECK ("access_log"."data_class" in ('REGISTRATION', 'OWNERSHIP_KEY_PERSONS', 'ANNUAL_REPORT', 'ABNORMAL_OPERATION', 'EQUITY_CHATTEL_PLEDGE', 'ADMIN_LICENCE', 'ADMIN_PENALTY', 'PUBLIC_CREDIT_RATING', 'TAX_CREDIT_GRADE', 'TAX_PAID', 'VAT_INVOICE_SUMMARY', 'TAX_ARREARS', 'SOCIAL_INSURANCE', 'JOB_RETENTION_REFUND', 'LABOUR_COMPLIANCE', 'HOUSING_FUND', 'MEDICAL_INSURANCE', 'REAL_ESTATE', 'ELECTRICITY', 'WATER', 'GAS', 'LITIGATION', 'ENFORCEMENT', 'CUSTOMS', 'PATENT', 'TRADEMARK', 'INNOVATION_STATUS', 'QUALIFICATION_TITLES', 'ENVIRONMENT_SAFETY', 'PUBLIC_PROCUREMENT', 'AGRI_ENTITY', 'FISCAL_SUPPORT', 'CASH_FLOW', 'SELF_DECLARED')),
	CONSTRAINT "access_log_outcome" CHECK ("access_log"."outcome" in ('allowed', 'refused')),
	CONSTRAINT "access_log_reason" CHECK ("access_log"."reason" in ('self', 'public', 'openPart', 'consented', 'noConsent', 'otherPurpose', 'classNotIncluded', 'notYetValid', 'expired', 'revoked')),
	CONSTRAINT "access_log_consented" CHECK (("access_log"."reason" = 'consented') = ("access_log"."consent_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "mass_reads" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mass_reads_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"enterprise_id" text NOT NULL,
	"reader_user_id" text NOT NULL,
	"reader_organisation_id" text NOT NULL,
	"purpose" text NOT NULL,
	"consent_ids" jsonb NOT NULL,
	"request_id" text NOT NULL,
	CONSTRAINT "mass_reads_purpose" CHECK ("mass_reads"."purpose" in ('ownFile', 'matching', 'creditAssessment', 'postLoan'))
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"enterprise_id" text NOT NULL,
	"recipient_id" text NOT NULL,
	"purpose" text NOT NULL,
	"data_classes" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"data_from" date,
	"data_to" date,
	"status" text DEFAULT 'active' NOT NULL,
	"text_version" text NOT NULL,
	"text_hash" text NOT NULL,
	"signed_by" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoke_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "consents_purpose" CHECK ("consents"."purpose" in ('matching', 'creditAssessment', 'postLoan')),
	CONSTRAINT "consents_status" CHECK ("consents"."status" in ('active', 'replaced', 'revoked')),
	CONSTRAINT "consents_validity" CHECK ("consents"."valid_from" <= "consents"."valid_to"),
	CONSTRAINT "consents_data_window" CHECK ("consents"."data_from" <= "consents"."data_to"),
	CONSTRAINT "consents_ended" CHECK (("consents"."status" = 'active') = ("consents"."revoked_at" is null))
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invoices_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"enterprise_id" text NOT NULL,
	"direction" text NOT NULL,
	"number" text NOT NULL,
	"issued_on" date NOT NULL,
	"counterparty" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"tax_fen" bigint NOT NULL,
	"total_fen" bigint NOT NULL,
	"status" text NOT NULL,
	"occurrence" integer NOT NULL,
	"batch_id" text NOT NULL,
	CONSTRAINT "invoices_direction" CHECK ("invoices"."direction" in ('output', 'input')),
	CONSTRAINT "invoices_status" CHECK ("invoices"."status" in ('valid', 'void')),
	CONSTRAINT "invoices_occurrence" CHECK ("invoices"."occurrence" >= 0)
);
--> statement-breakpoint
CREATE TABLE "staged_invoices" (
	"batch_id" text NOT NULL,
	"enterprise_id" text NOT NULL,
	"month" text NOT NULL,
	"direction" text NOT NULL,
	"position" integer NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"invoices" jsonb NOT NULL,
	CONSTRAINT "staged_invoices_batch_id_enterprise_id_month_direction_position_pk" PRIMARY KEY("batch_id","enterprise_id","month","direction","position")
);
--> statement-breakpoint
CREATE TABLE "credit_records" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "credit_records_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"enterprise_id" text NOT NULL,
	"data_class" text NOT NULL,
	"period" text,
	"value" jsonb NOT NULL,
	"as_of" date NOT NULL,
	"source" text NOT NULL,
	"batch_id" text,
	"digest" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "credit_records_data_class" CHECK ("credit_records"."data_class" in ('REGISTRATION', 'OWNERSHIP_KEY_PERSONS', 'ANNUAL_REPORT', 'ABNORMAL_OPERATION', 'EQUITY_CHATTEL_PLEDGE', 'ADMIN_LICENCE', 'ADMIN_PENALTY', 'PUBLIC_CREDIT_RATING', 'TAX_CREDIT_GRADE', 'TAX_PAID', 'VAT_INVOICE_SUMMARY', 'TAX_ARREARS', 'SOCIAL_INSURANCE', 'JOB_RETENTION_REFUND', 'LABOUR_COMPLIANCE', 'HOUSING_FUND', 'MEDICAL_INSURANCE', 'REAL_ESTATE', 'ELECTRICITY', 'WATER', 'GAS', 'LITIGATION', 'ENFORCEMENT', 'CUSTOMS', 'PATENT', 'TRADEMARK', 'INNOVATION_STATUS', 'QUALIFICATION_TITLES', 'ENVIRONMENT_SAFETY', 'PUBLIC_PROCUREMENT', 'AGRI_ENTITY', 'FISCAL_SUPPORT', 'CASH_FLOW', 'SELF_DECLARED'))
);
--> statement-breakpoint
CREATE TABLE "enterprises" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text,
	"entity_type" text DEFAULT 'enterprise' NOT NULL,
	"industry_code" text,
	"founded_on" date,
	"legal_representative" text,
	"registered_capital_fen" bigint,
	"address" text,
	"source" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "enterprises_entity_type" CHECK ("enterprises"."entity_type" in ('enterprise', 'selfEmployed', 'cooperative')),
	CONSTRAINT "enterprises_capital" CHECK ("enterprises"."registered_capital_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "application_findings" (
	"application_id" text PRIMARY KEY NOT NULL,
	"findings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" text PRIMARY KEY NOT NULL,
	"demand_id" text NOT NULL,
	"enterprise_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"product_id" text NOT NULL,
	"product_version_id" text NOT NULL,
	"consent_id" text NOT NULL,
	"channel" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"term_months" integer NOT NULL,
	"securities" jsonb NOT NULL,
	"match_verdict" text NOT NULL,
	"match_digest" text NOT NULL,
	"engine_version" text NOT NULL,
	"state" text NOT NULL,
	"offer_valid_until" date,
	"counter_rounds" integer NOT NULL,
	"reason_code" text,
	"reason_text" text,
	"idempotency_key" text NOT NULL,
	"request_digest" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "applications_channel_known" CHECK ("applications"."channel" in ('governmentData', 'direct')),
	CONSTRAINT "applications_match_verdict_known" CHECK ("applications"."match_verdict" in ('eligible', 'possible', 'notEligible')),
	CONSTRAINT "applications_state_known" CHECK ("applications"."state" in ('submitted', 'accepted', 'offered', 'countered', 'offerAccepted', 'disbursed', 'declined', 'rejected', 'withdrawn', 'lapsed')),
	CONSTRAINT "applications_reason_known" CHECK ("applications"."reason_code" in ('R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07', 'R08', 'R09', 'R10', 'R11', 'R12', 'R13', 'R14', 'R15', 'R16', 'R17', 'R18', 'R19', 'R20', 'R21', 'R22', 'R23', 'R99')),
	CONSTRAINT "applications_amount" CHECK ("applications"."amount_fen" > 0 and "applications"."term_months" > 0),
	CONSTRAINT "applications_offer_day" CHECK (("applications"."state" in ('offered', 'countered')) = ("applications"."offer_valid_until" is not null)),
	CONSTRAINT "applications_decided" CHECK (("applications"."state" in ('submitted', 'accepted', 'offered', 'countered', 'offerAccepted')) = ("applications"."decided_at" is null)),
	CONSTRAINT "applications_reasoned" CHECK (("applications"."state" in ('declined', 'rejected')) = ("applications"."reason_code" is not null))
);
--> statement-breakpoint
CREATE TABLE "counter_offers" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"round" integer NOT NULL,
	"amount_fen" bigint NOT NULL,
	"term_months" integer NOT NULL,
	"rate_bps" integer NOT NULL,
	"repayment_method" text NOT NULL,
	"securities" jsonb NOT NULL,
	"note" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "counter_offers_repayment_method_known" CHECK ("counter_offers"."repayment_method" in ('EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST', 'LUMP_SUM', 'FLEXIBLE', 'QUARTERLY_INTEREST', 'SCHEDULED')),
	CONSTRAINT "counter_offers_rounds" CHECK (round between 1 and 3),
	CONSTRAINT "counter_offers_amount" CHECK ("counter_offers"."amount_fen" > 0 and "counter_offers"."term_months" > 0 and "counter_offers"."rate_bps" >= 0)
);
--> statement-breakpoint
CREATE TABLE "matched_transactions" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"demand_id" text NOT NULL,
	"enterprise_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"product_id" text NOT NULL,
	"product_version_id" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"rate_bps" integer NOT NULL,
	"term_months" integer NOT NULL,
	"disbursed_on" date NOT NULL,
	"month" text NOT NULL,
	"county_code" text NOT NULL,
	"industry_code" text,
	"industry_section" text,
	"size_class" text NOT NULL,
	"channel" text NOT NULL,
	"is_first_loan" boolean,
	"is_unsecured" boolean,
	"is_inclusive" boolean,
	"household_credit_fen" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "matched_transactions_size_known" CHECK ("matched_transactions"."size_class" in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO', 'NOT_APPLICABLE', 'UNKNOWN')),
	CONSTRAINT "matched_transactions_channel_known" CHECK ("matched_transactions"."channel" in ('governmentData', 'direct')),
	CONSTRAINT "matched_transactions_amount" CHECK ("matched_transactions"."amount_fen" > 0),
	CONSTRAINT "matched_transactions_household" CHECK ("matched_transactions"."household_credit_fen" >= "matched_transactions"."amount_fen")
);
--> statement-breakpoint
CREATE TABLE "repayments" (
	"id" text PRIMARY KEY NOT NULL,
	"transaction_id" text NOT NULL,
	"paid_on" date NOT NULL,
	"principal_fen" bigint NOT NULL,
	"interest_fen" bigint NOT NULL,
	"source" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "repayments_source_known" CHECK ("repayments"."source" in ('officer', 'ledger')),
	CONSTRAINT "repayments_amounts" CHECK ("repayments"."principal_fen" >= 0 and "repayments"."interest_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "transaction_labels" (
	"transaction_id" text NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "transaction_labels_transaction_id_label_pk" PRIMARY KEY("transaction_id","label"),
	CONSTRAINT "transaction_labels_known" CHECK ("transaction_labels"."label" in ('green', 'sciTech', 'rural', 'redCredit', 'firstLoan', 'ipPledge', 'guarantee', 'inclusive', 'digital', 'unsecured', 'renewal'))
);
--> statement-breakpoint
CREATE TABLE "financing_demands" (
	"id" text PRIMARY KEY NOT NULL,
	"enterprise_id" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"term_months" integer NOT NULL,
	"purpose" text NOT NULL,
	"securities" jsonb NOT NULL,
	"highest_rate_bps" integer,
	"repayment_methods" jsonb NOT NULL,
	"note" text,
	"state" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_digest" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "financing_demands_purpose_known" CHECK ("financing_demands"."purpose" in ('WORKING_CAPITAL', 'ORDER_FULFILMENT', 'EQUIPMENT', 'PLANT', 'RESEARCH', 'FARMING', 'EXPORT', 'PAYROLL', 'REFINANCING', 'OTHER')),
	CONSTRAINT "financing_demands_state_known" CHECK ("financing_demands"."state" in ('open', 'inProgress', 'fulfilled', 'withdrawn')),
	CONSTRAINT "financing_demands_amount" CHECK ("financing_demands"."amount_fen" > 0 and "financing_demands"."term_months" > 0),
	CONSTRAINT "financing_demands_closed" CHECK (("financing_demands"."state" in ('fulfilled', 'withdrawn')) = ("financing_demands"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"number" integer NOT NULL,
	"amount_fen" bigint NOT NULL,
	"term_months" integer NOT NULL,
	"rate_bps" integer NOT NULL,
	"pricing" jsonb NOT NULL,
	"repayment_method" text NOT NULL,
	"due_day" integer,
	"plan" jsonb,
	"day_basis" text NOT NULL,
	"securities" jsonb NOT NULL,
	"fees" jsonb NOT NULL,
	"reckoned_on" date NOT NULL,
	"annualised_rate_bps" integer NOT NULL,
	"effective_rate_bps" integer NOT NULL,
	"total_interest_fen" bigint NOT NULL,
	"total_fees_fen" bigint NOT NULL,
	"conditions" text,
	"valid_until" date NOT NULL,
	"state" text NOT NULL,
	"state_reason" text,
	"terms_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "offers_repayment_method_known" CHECK ("offers"."repayment_method" in ('EQUAL_INSTALLMENT', 'EQUAL_PRINCIPAL', 'INTEREST_FIRST', 'LUMP_SUM', 'FLEXIBLE', 'QUARTERLY_INTEREST', 'SCHEDULED')),
	CONSTRAINT "offers_day_basis_known" CHECK ("offers"."day_basis" in ('ACT/360', 'ACT/365', '30/360')),
	CONSTRAINT "offers_state_known" CHECK ("offers"."state" in ('open', 'accepted', 'declined', 'lapsed', 'withdrawn')),
	CONSTRAINT "offers_amount" CHECK ("offers"."amount_fen" > 0 and "offers"."term_months" > 0 and "offers"."rate_bps" >= 0),
	CONSTRAINT "offers_planned" CHECK (("offers"."repayment_method" = 'SCHEDULED') = ("offers"."plan" is not null)),
	CONSTRAINT "offers_answered" CHECK (("offers"."state" = 'open') = ("offers"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "demo_accounts" (
	"user_id" text PRIMARY KEY NOT NULL,
	"password" text NOT NULL,
	"place" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text,
	"uscc" text,
	"uscc_verdict" text,
	"region_code" text,
	"status" text NOT NULL,
	"status_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisations_kind_known" CHECK ("organisations"."kind" in ('bank', 'enterprise', 'guarantor', 'insurer', 'department', 'regulator', 'operator')),
	CONSTRAINT "organisations_status_known" CHECK ("organisations"."status" in ('pending', 'active', 'rejected', 'suspended')),
	CONSTRAINT "organisations_uscc_verdict_known" CHECK ("organisations"."uscc_verdict" in ('valid', 'checkDigitMismatch'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"label" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "sessions_kind_known" CHECK ("sessions"."kind" in ('cookie', 'bearer'))
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"status" text NOT NULL,
	"status_reason" text,
	"failed_attempts" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "users_role_known" CHECK ("users"."role" in ('administrator', 'officer', 'auditor')),
	CONSTRAINT "users_status_known" CHECK ("users"."status" in ('pending', 'active', 'disabled'))
);
--> statement-breakpoint
CREATE TABLE "import_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"data_class" text,
	"institution_id" text,
	"file_name" text NOT NULL,
	"digest" text,
	"state" text NOT NULL,
	"percent" integer DEFAULT 0 NOT NULL,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"rows_new" integer DEFAULT 0 NOT NULL,
	"rows_known" integer DEFAULT 0 NOT NULL,
	"problem_count" integer DEFAULT 0 NOT NULL,
	"sample" jsonb,
	"notes" jsonb NOT NULL,
	"failure" jsonb,
	"organisation_id" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "import_batches_kind" CHECK ("import_batches"."kind" in ('enterprises', 'invoices', 'records', 'products')),
	CONSTRAINT "import_batches_state" CHECK ("import_batches"."state" in ('checking', 'checked', 'refused', 'applying', 'applied', 'failed', 'discarded')),
	CONSTRAINT "import_batches_data_class" CHECK ("import_batches"."data_class" in ('REGISTRATION', 'OWNERSHIP_KEY_PERSONS', 'ANNUAL_REPORT', 'ABNORMAL_OPERATION', 'EQUITY_CHATTEL_PLEDGE', 'ADMIN_LICENCE', 'ADMIN_PENALTY', 'PUBLIC_CREDIT_RATING', 'TAX_CREDIT_GRADE', 'TAX_PAID', 'VAT_INVOICE_SUMMARY', 'TAX_ARREARS', 'SOCIAL_INSURANCE', 'JOB_RETENTION_REFUND', 'LABOUR_COMPLIANCE', 'HOUSING_FUND', 'MEDICAL_INSURANCE', 'REAL_ESTATE', 'ELECTRICITY', 'WATER', 'GAS', 'LITIGATION', 'ENFORCEMENT', 'CUSTOMS', 'PATENT', 'TRADEMARK', 'INNOVATION_STATUS', 'QUALIFICATION_TITLES', 'ENVIRONMENT_SAFETY', 'PUBLIC_PROCUREMENT', 'AGRI_ENTITY', 'FISCAL_SUPPORT', 'CASH_FLOW')),
	CONSTRAINT "import_batches_class_of_records" CHECK (("import_batches"."kind" = 'records') = ("import_batches"."data_class" is not null)),
	CONSTRAINT "import_batches_percent" CHECK ("import_batches"."percent" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "import_problems" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_problems_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"batch_id" text NOT NULL,
	"sheet" text,
	"row" integer NOT NULL,
	"column_name" text,
	"value" text,
	"expected" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staged_rows" (
	"batch_id" text NOT NULL,
	"position" bigint NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "staged_rows_batch_id_position_pk" PRIMARY KEY("batch_id","position")
);
--> statement-breakpoint
CREATE TABLE "match_alerts" (
	"id" text PRIMARY KEY NOT NULL,
	"is_on" boolean NOT NULL,
	"label" text,
	"amount_fen_min" bigint,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "match_alerts_label_known" CHECK ("match_alerts"."label" in ('green', 'sciTech', 'rural', 'redCredit', 'firstLoan', 'ipPledge', 'guarantee', 'inclusive', 'digital', 'unsecured', 'renewal')),
	CONSTRAINT "match_alerts_amount" CHECK ("match_alerts"."amount_fen_min" > 0)
);
--> statement-breakpoint
CREATE TABLE "match_firms" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "match_firms_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"enterprise_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_run_products" (
	"run_id" text NOT NULL,
	"product_id" text NOT NULL,
	"version_id" text NOT NULL,
	"is_in_force" boolean NOT NULL,
	"eligible" integer NOT NULL,
	"possible" integer NOT NULL,
	"entered" integer NOT NULL,
	"left" integer NOT NULL,
	"digest" text NOT NULL,
	"eligible_bits" "bytea",
	CONSTRAINT "match_run_products_run_id_product_id_pk" PRIMARY KEY("run_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "match_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"slot" text,
	"occasion" text,
	"replay_of" text,
	"asked_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"failure" text,
	"holder" text,
	"lease_until" timestamp (3) with time zone,
	"percent" integer DEFAULT 0 NOT NULL,
	"day" date,
	"records_seq" bigint,
	"changes_seq" bigint,
	"engine_version" text,
	"products_digest" text,
	"population_digest" text,
	"result_digest" text,
	"firm_bits" "bytea",
	"firms" integer,
	"products" integer,
	"eligible" bigint,
	"possible" bigint,
	"previous_id" text,
	"entered" bigint,
	"left" bigint,
	"told" integer,
	CONSTRAINT "match_runs_reason_known" CHECK ("match_runs"."reason" in ('nightly', 'products', 'asked', 'replay')),
	CONSTRAINT "match_runs_state_known" CHECK ("match_runs"."state" in ('waiting', 'running', 'finished', 'failed')),
	CONSTRAINT "match_runs_failure_known" CHECK ("match_runs"."failure" in ('interrupted', 'error')),
	CONSTRAINT "match_runs_slot_of_state" CHECK ("match_runs"."slot" is null or "match_runs"."slot" = "match_runs"."state"),
	CONSTRAINT "match_runs_open_has_slot" CHECK ("match_runs"."state" in ('finished', 'failed') or "match_runs"."slot" is not null),
	CONSTRAINT "match_runs_replay" CHECK (("match_runs"."reason" = 'replay') = ("match_runs"."replay_of" is not null)),
	CONSTRAINT "match_runs_percent" CHECK ("match_runs"."percent" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"recipient_id" text NOT NULL,
	"kind" text NOT NULL,
	"occasion" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "messages_kind_known" CHECK ("messages"."kind" in ('applicationSubmitted', 'applicationAccepted', 'applicationDeclined', 'applicationRejected', 'applicationWithdrawn', 'applicationLapsed', 'offerMade', 'offerWithdrawn', 'offerAccepted', 'offerDeclined', 'offerCountered', 'offerKept', 'loanDisbursed', 'repaymentRecorded', 'consentGranted', 'consentRevoked', 'productSubmitted', 'productReturned', 'productPublished', 'productSuspended', 'productResumed', 'productWithdrawn', 'appliedProductSuspended', 'appliedProductResumed', 'appliedProductWithdrawn', 'matchesChanged'))
);
--> statement-breakpoint
CREATE TABLE "insurance_contracts" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"insurer_id" text NOT NULL,
	"enterprise_id" text NOT NULL,
	"number" text NOT NULL,
	"cover_fen" bigint NOT NULL,
	"premium_fen" bigint NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"registered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "insurance_contracts_amounts" CHECK ("insurance_contracts"."cover_fen" > 0 and "insurance_contracts"."premium_fen" >= 0),
	CONSTRAINT "insurance_contracts_term" CHECK ("insurance_contracts"."starts_on" <= "insurance_contracts"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "institution_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"institution_id" text NOT NULL,
	"month" text NOT NULL,
	"deposits_fen" bigint NOT NULL,
	"loans_fen" bigint NOT NULL,
	"new_loans_fen" bigint NOT NULL,
	"new_loans_weighted_rate_fen_bps" bigint NOT NULL,
	"direct_financing_fen" bigint NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "institution_reports_balances" CHECK ("institution_reports"."deposits_fen" >= 0 and "institution_reports"."loans_fen" >= 0),
	CONSTRAINT "institution_reports_flows" CHECK ("institution_reports"."new_loans_fen" >= 0 and "institution_reports"."direct_financing_fen" >= 0),
	CONSTRAINT "institution_reports_rate" CHECK ("institution_reports"."new_loans_weighted_rate_fen_bps" between 0 and "institution_reports"."new_loans_fen" * 10000)
);
--> statement-breakpoint
CREATE TABLE "lpr_quotes" (
	"id" text PRIMARY KEY NOT NULL,
	"published_on" date NOT NULL,
	"tenor" text NOT NULL,
	"rate_bps" integer NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "lpr_quotes_tenor_known" CHECK ("lpr_quotes"."tenor" in ('1Y', '5Y')),
	CONSTRAINT "lpr_quotes_rate" CHECK ("lpr_quotes"."rate_bps" between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "product_traits" (
	"version_id" text NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "product_traits_version_id_kind_code_pk" PRIMARY KEY("version_id","kind","code"),
	CONSTRAINT "product_traits_kind_known" CHECK ("product_traits"."kind" in ('label', 'security', 'repaymentMethod', 'region'))
);
--> statement-breakpoint
CREATE TABLE "product_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"product_id" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"labels" jsonb NOT NULL,
	"amount_fen_min" bigint,
	"amount_fen_max" bigint,
	"term_months_min" integer,
	"term_months_max" integer,
	"pricing" jsonb,
	"fees" jsonb NOT NULL,
	"repayment_methods" jsonb NOT NULL,
	"is_unsecured" boolean NOT NULL,
	"securities" jsonb NOT NULL,
	"purposes" jsonb NOT NULL,
	"region_codes" jsonb NOT NULL,
	"industry_codes" jsonb NOT NULL,
	"industry_codes_excluded" jsonb NOT NULL,
	"documents" jsonb NOT NULL,
	"promised_days" jsonb NOT NULL,
	"rule" jsonb NOT NULL,
	"rule_digest" text NOT NULL,
	"conditions_text" text,
	"audience_text" text,
	"introduction" text,
	"contact" jsonb NOT NULL,
	"source_note" text,
	"reading" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"replaced_at" timestamp (3) with time zone,
	CONSTRAINT "product_versions_category_known" CHECK ("product_versions"."category" in ('general', 'tax', 'invoice', 'ipPledge', 'realEstate', 'power', 'agriculture', 'export', 'order', 'supplyChain', 'green', 'sciTech', 'startUp', 'payroll', 'guarantee', 'insurance')),
	CONSTRAINT "product_versions_amount_range" CHECK ("product_versions"."amount_fen_min" <= "product_versions"."amount_fen_max"),
	CONSTRAINT "product_versions_term_range" CHECK ("product_versions"."term_months_min" <= "product_versions"."term_months_max"),
	CONSTRAINT "product_versions_replaced_was_published" CHECK ("product_versions"."replaced_at" is null or "product_versions"."published_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" text PRIMARY KEY NOT NULL,
	"institution_id" text NOT NULL,
	"kind" text NOT NULL,
	"code" text,
	"drafted_by" text NOT NULL,
	"listing" text NOT NULL,
	"revision" text NOT NULL,
	"current_version_id" text,
	"draft_version_id" text,
	"state_reason" text,
	"suspended_by" text,
	"first_published_on" date,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "products_kind_known" CHECK ("products"."kind" in ('loan', 'insurance')),
	CONSTRAINT "products_listing_known" CHECK ("products"."listing" in ('unlisted', 'published', 'suspended', 'withdrawn')),
	CONSTRAINT "products_revision_known" CHECK ("products"."revision" in ('none', 'draft', 'inReview', 'closed')),
	CONSTRAINT "products_drafted_by_known" CHECK ("products"."drafted_by" in ('institution', 'operator')),
	CONSTRAINT "products_suspended_by_known" CHECK ("products"."suspended_by" in ('institution', 'operator')),
	CONSTRAINT "products_has_version" CHECK ("products"."current_version_id" is not null or "products"."draft_version_id" is not null),
	CONSTRAINT "products_published_has_current" CHECK ("products"."listing" <> 'published' or "products"."current_version_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_consent_id_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mass_reads" ADD CONSTRAINT "mass_reads_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_recipient_id_organisations_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "credit_records" ADD CONSTRAINT "credit_records_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_id_organisations_id_fk" FOREIGN KEY ("id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "application_findings" ADD CONSTRAINT "application_findings_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_demand_id_financing_demands_id_fk" FOREIGN KEY ("demand_id") REFERENCES "public"."financing_demands"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_institution_id_organisations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_product_version_id_product_versions_id_fk" FOREIGN KEY ("product_version_id") REFERENCES "public"."product_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_consent_id_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "counter_offers" ADD CONSTRAINT "counter_offers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "counter_offers" ADD CONSTRAINT "counter_offers_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matched_transactions" ADD CONSTRAINT "matched_transactions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matched_transactions" ADD CONSTRAINT "matched_transactions_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matched_transactions" ADD CONSTRAINT "matched_transactions_demand_id_financing_demands_id_fk" FOREIGN KEY ("demand_id") REFERENCES "public"."financing_demands"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matched_transactions" ADD CONSTRAINT "matched_transactions_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matched_transactions" ADD CONSTRAINT "matched_transactions_institution_id_organisations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matched_transactions" ADD CONSTRAINT "matched_transactions_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "matched_transactions" ADD CONSTRAINT "matched_transactions_product_version_id_product_versions_id_fk" FOREIGN KEY ("product_version_id") REFERENCES "public"."product_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "repayments" ADD CONSTRAINT "repayments_transaction_id_matched_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."matched_transactions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "transaction_labels" ADD CONSTRAINT "transaction_labels_transaction_id_matched_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."matched_transactions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "financing_demands" ADD CONSTRAINT "financing_demands_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "financing_demands" ADD CONSTRAINT "financing_demands_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "demo_accounts" ADD CONSTRAINT "demo_accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "import_problems" ADD CONSTRAINT "import_problems_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "staged_rows" ADD CONSTRAINT "staged_rows_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "match_alerts" ADD CONSTRAINT "match_alerts_id_enterprises_id_fk" FOREIGN KEY ("id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "match_firms" ADD CONSTRAINT "match_firms_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "match_run_products" ADD CONSTRAINT "match_run_products_run_id_match_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."match_runs"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "match_run_products" ADD CONSTRAINT "match_run_products_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "match_run_products" ADD CONSTRAINT "match_run_products_version_id_product_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."product_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_recipient_id_organisations_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "insurance_contracts" ADD CONSTRAINT "insurance_contracts_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "insurance_contracts" ADD CONSTRAINT "insurance_contracts_insurer_id_organisations_id_fk" FOREIGN KEY ("insurer_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "insurance_contracts" ADD CONSTRAINT "insurance_contracts_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "institution_reports" ADD CONSTRAINT "institution_reports_institution_id_organisations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "product_traits" ADD CONSTRAINT "product_traits_version_id_product_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."product_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "product_versions" ADD CONSTRAINT "product_versions_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_institution_id_organisations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "audit_entries_previous_hash" ON "audit_entries" USING btree ("previous_hash");
--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject_kind","subject_id");
--> statement-breakpoint
CREATE INDEX "audit_entries_organisation" ON "audit_entries" USING btree ("organisation_id","seq");
--> statement-breakpoint
CREATE INDEX "changes_subject" ON "changes" USING btree ("kind","subject_id","seq");
--> statement-breakpoint
CREATE INDEX "changes_kind" ON "changes" USING btree ("kind","seq");
--> statement-breakpoint
CREATE INDEX "access_log_enterprise" ON "access_log" USING btree ("enterprise_id","seq");
--> statement-breakpoint
CREATE INDEX "mass_reads_enterprise" ON "mass_reads" USING btree ("enterprise_id","seq");
--> statement-breakpoint
CREATE INDEX "consents_enterprise" ON "consents" USING btree ("enterprise_id","status");
--> statement-breakpoint
CREATE INDEX "consents_recipient" ON "consents" USING btree ("recipient_id","enterprise_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_natural_key" ON "invoices" USING btree ("enterprise_id","issued_on","direction","number","counterparty","total_fen","amount_fen","tax_fen","occurrence");
--> statement-breakpoint
CREATE UNIQUE INDEX "credit_records_statement" ON "credit_records" USING btree ("enterprise_id","data_class","digest");
--> statement-breakpoint
CREATE INDEX "credit_records_newest" ON "credit_records" USING btree ("enterprise_id","data_class","period","as_of");
--> statement-breakpoint
CREATE UNIQUE INDEX "enterprises_code" ON "enterprises" USING btree ("code");
--> statement-breakpoint
CREATE INDEX "enterprises_industry" ON "enterprises" USING btree ("industry_code");
--> statement-breakpoint
CREATE UNIQUE INDEX "applications_key" ON "applications" USING btree ("enterprise_id","idempotency_key");
--> statement-breakpoint
CREATE INDEX "applications_demand" ON "applications" USING btree ("demand_id");
--> statement-breakpoint
CREATE INDEX "applications_institution" ON "applications" USING btree ("institution_id","state","submitted_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "counter_offers_round" ON "counter_offers" USING btree ("application_id","round");
--> statement-breakpoint
CREATE INDEX "counter_offers_offer" ON "counter_offers" USING btree ("offer_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "matched_transactions_application" ON "matched_transactions" USING btree ("application_id");
--> statement-breakpoint
CREATE INDEX "matched_transactions_month" ON "matched_transactions" USING btree ("month");
--> statement-breakpoint
CREATE INDEX "matched_transactions_enterprise" ON "matched_transactions" USING btree ("enterprise_id","disbursed_on");
--> statement-breakpoint
CREATE INDEX "matched_transactions_institution" ON "matched_transactions" USING btree ("institution_id","disbursed_on");
--> statement-breakpoint
CREATE INDEX "repayments_transaction" ON "repayments" USING btree ("transaction_id","paid_on");
--> statement-breakpoint
CREATE INDEX "transaction_labels_label" ON "transaction_labels" USING btree ("label");
--> statement-breakpoint
CREATE UNIQUE INDEX "financing_demands_key" ON "financing_demands" USING btree ("enterprise_id","idempotency_key");
--> statement-breakpoint
CREATE INDEX "financing_demands_enterprise" ON "financing_demands" USING btree ("enterprise_id","created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "offers_number" ON "offers" USING btree ("application_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_uscc" ON "organisations" USING btree ("uscc");
--> statement-breakpoint
CREATE INDEX "organisations_kind" ON "organisations" USING btree ("kind","status");
--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "users_username" ON "users" USING btree ("username");
--> statement-breakpoint
CREATE INDEX "users_organisation" ON "users" USING btree ("organisation_id");
--> statement-breakpoint
CREATE INDEX "import_batches_organisation" ON "import_batches" USING btree ("organisation_id","created_at");
--> statement-breakpoint
CREATE INDEX "import_batches_digest" ON "import_batches" USING btree ("digest");
--> statement-breakpoint
CREATE INDEX "import_problems_batch" ON "import_problems" USING btree ("batch_id","seq");
--> statement-breakpoint
CREATE UNIQUE INDEX "match_firms_enterprise" ON "match_firms" USING btree ("enterprise_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "match_runs_slot" ON "match_runs" USING btree ("slot");
--> statement-breakpoint
CREATE UNIQUE INDEX "match_runs_occasion" ON "match_runs" USING btree ("occasion");
--> statement-breakpoint
CREATE INDEX "match_runs_newest" ON "match_runs" USING btree ("created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("recipient_id","kind","occasion");
--> statement-breakpoint
CREATE INDEX "messages_unread" ON "messages" USING btree ("recipient_id","read_at");
--> statement-breakpoint
CREATE INDEX "messages_newest" ON "messages" USING btree ("recipient_id","created_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "insurance_contracts_number" ON "insurance_contracts" USING btree ("insurer_id","number");
--> statement-breakpoint
CREATE INDEX "insurance_contracts_product" ON "insurance_contracts" USING btree ("product_id","starts_on");
--> statement-breakpoint
CREATE UNIQUE INDEX "institution_reports_month" ON "institution_reports" USING btree ("institution_id","month");
--> statement-breakpoint
CREATE INDEX "institution_reports_by_month" ON "institution_reports" USING btree ("month");
--> statement-breakpoint
CREATE UNIQUE INDEX "lpr_quotes_day_tenor" ON "lpr_quotes" USING btree ("published_on","tenor");
--> statement-breakpoint
CREATE UNIQUE INDEX "product_versions_number" ON "product_versions" USING btree ("product_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "products_code" ON "products" USING btree ("institution_id","code");
--> statement-breakpoint
CREATE INDEX "products_listing" ON "products" USING btree ("listing","revision");
