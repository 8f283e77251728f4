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
CREATE TABLE "calendar_years" (
	"id" text PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"holidays" jsonb NOT NULL,
	"workdays" jsonb NOT NULL,
	"source" text NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_years_year" CHECK ("calendar_years"."year" between 2000 and 2100)
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "changes_kind_known" CHECK ("changes"."kind" = 'enterprise' or "changes"."kind" = 'products')
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
	CONSTRAINT "access_log_purpose" CHECK ("access_log"."purpose" = 'ownFile' or "access_log"."purpose" = 'objection' or "access_log"."purpose" = 'matching' or "access_log"."purpose" = 'creditAssessment' or "access_log"."purpose" = 'postLoan'),
	CONSTRAINT "access_log_data_class" CHECK ("access_log"."data_class" = 'REGISTRATION' or "access_log"."data_class" = 'OWNERSHIP_KEY_PERSONS' or "access_log"."data_class" = 'ANNUAL_REPORT' or "access_log"."data_class" = 'ABNORMAL_OPERATION' or "access_log"."data_class" = 'EQUITY_CHATTEL_PLEDGE' or "access_log"."data_class" = 'ADMIN_LICENCE' or "access_log"."data_class" = 'ADMIN_PENALTY' or "access_log"."data_class" = 'PUBLIC_CREDIT_RATING' or "access_log"."data_class" = 'TAX_CREDIT_GRADE' or "access_log"."data_class" = 'TAX_PAID' or "access_log"."data_class" = 'VAT_INVOICE_SUMMARY' or "access_log"."data_class" = 'TAX_ARREARS' or "access_log"."data_class" = 'SOCIAL_INSURANCE' or "access_log"."data_class" = 'JOB_RETENTION_REFUND' or "access_log"."data_class" = 'LABOUR_COMPLIANCE' or "access_log"."data_class" = 'HOUSING_FUND' or "access_log"."data_class" = 'MEDICAL_INSURANCE' or "access_log"."data_class" = 'REAL_ESTATE' or "access_log"."data_class" = 'ELECTRICITY' or "access_log"."data_class" = 'WATER' or "access_log"."data_class" = 'GAS' or "access_log"."data_class" = 'LITIGATION' or "access_log"."data_class" = 'ENFORCEMENT' or "access_log"."data_class" = 'CUSTOMS' or "access_log"."data_class" = 'PATENT' or "access_log"."data_class" = 'TRADEMARK' or "access_log"."data_class" = 'INNOVATION_STATUS' or "access_log"."data_class" = 'QUALIFICATION_TITLES' or "access_log"."data_class" = 'ENVIRONMENT_SAFETY' or "access_log"."data_class" = 'PUBLIC_PROCUREMENT' or "access_log"."data_class" = 'AGRI_ENTITY' or "access_log"."data_class" = 'FISCAL_SUPPORT' or "access_log"."data_class" = 'CASH_FLOW' or "access_log"."data_class" = 'SELF_DECLARED'),
	CONSTRAINT "access_log_outcome" CHECK ("access_log"."outcome" = 'allowed' or "access_log"."outcome" = 'refused'),
	CONSTRAINT "access_log_reason" CHECK ("access_log"."reason" = 'self' or "access_log"."reason" = 'public' or "access_log"."reason" = 'openPart' or "access_log"."reason" = 'consented' or "access_log"."reason" = 'objection' or "access_log"."reason" = 'noConsent' or "access_log"."reason" = 'otherPurpose' or "access_log"."reason" = 'classNotIncluded' or "access_log"."reason" = 'notYetValid' or "access_log"."reason" = 'exhausted' or "access_log"."reason" = 'expired' or "access_log"."reason" = 'revoked'),
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
	CONSTRAINT "mass_reads_purpose" CHECK ("mass_reads"."purpose" = 'ownFile' or "mass_reads"."purpose" = 'objection' or "mass_reads"."purpose" = 'matching' or "mass_reads"."purpose" = 'creditAssessment' or "mass_reads"."purpose" = 'postLoan')
);
--> statement-breakpoint
CREATE TABLE "consent_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"enterprise_id" text NOT NULL,
	"recipient_id" text NOT NULL,
	"purpose" text NOT NULL,
	"data_classes" jsonb NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"open_for" text,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"consent_id" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "consent_requests_purpose" CHECK ("consent_requests"."purpose" = 'matching' or "consent_requests"."purpose" = 'creditAssessment' or "consent_requests"."purpose" = 'postLoan'),
	CONSTRAINT "consent_requests_state" CHECK ("consent_requests"."state" = 'open' or "consent_requests"."state" = 'granted' or "consent_requests"."state" = 'refused' or "consent_requests"."state" = 'withdrawn'),
	CONSTRAINT "consent_requests_one_open" CHECK (("consent_requests"."state" = 'open') = ("consent_requests"."open_for" is not null)),
	CONSTRAINT "consent_requests_ended" CHECK (("consent_requests"."state" = 'open') = ("consent_requests"."answered_at" is null)),
	CONSTRAINT "consent_requests_granted" CHECK (("consent_requests"."state" = 'granted') = ("consent_requests"."consent_id" is not null))
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
	"read_days_max" integer,
	"read_days" integer DEFAULT 0 NOT NULL,
	"last_read_on" date,
	"data_life_days" integer NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"text_version" text NOT NULL,
	"text_hash" text NOT NULL,
	"signed_by" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoke_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "consents_purpose" CHECK ("consents"."purpose" = 'matching' or "consents"."purpose" = 'creditAssessment' or "consents"."purpose" = 'postLoan'),
	CONSTRAINT "consents_status" CHECK ("consents"."status" = 'active' or "consents"."status" = 'replaced' or "consents"."status" = 'revoked'),
	CONSTRAINT "consents_validity" CHECK ("consents"."valid_from" <= "consents"."valid_to"),
	CONSTRAINT "consents_data_window" CHECK ("consents"."data_from" <= "consents"."data_to"),
	CONSTRAINT "consents_read_days" CHECK ("consents"."read_days" between 0 and coalesce("consents"."read_days_max", 0)),
	CONSTRAINT "consents_data_life" CHECK ("consents"."data_life_days" >= 0),
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
	CONSTRAINT "invoices_direction" CHECK ("invoices"."direction" = 'output' or "invoices"."direction" = 'input'),
	CONSTRAINT "invoices_status" CHECK ("invoices"."status" = 'valid' or "invoices"."status" = 'void'),
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
CREATE TABLE "data_objections" (
	"id" text PRIMARY KEY NOT NULL,
	"enterprise_id" text NOT NULL,
	"record_seq" integer NOT NULL,
	"data_class" text NOT NULL,
	"state" text NOT NULL,
	"open_record_seq" integer,
	"statement" text NOT NULL,
	"raised_by" text NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"due_on" date NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "data_objections_data_class" CHECK ("data_objections"."data_class" = 'REGISTRATION' or "data_objections"."data_class" = 'OWNERSHIP_KEY_PERSONS' or "data_objections"."data_class" = 'ANNUAL_REPORT' or "data_objections"."data_class" = 'ABNORMAL_OPERATION' or "data_objections"."data_class" = 'EQUITY_CHATTEL_PLEDGE' or "data_objections"."data_class" = 'ADMIN_LICENCE' or "data_objections"."data_class" = 'ADMIN_PENALTY' or "data_objections"."data_class" = 'PUBLIC_CREDIT_RATING' or "data_objections"."data_class" = 'TAX_CREDIT_GRADE' or "data_objections"."data_class" = 'TAX_PAID' or "data_objections"."data_class" = 'VAT_INVOICE_SUMMARY' or "data_objections"."data_class" = 'TAX_ARREARS' or "data_objections"."data_class" = 'SOCIAL_INSURANCE' or "data_objections"."data_class" = 'JOB_RETENTION_REFUND' or "data_objections"."data_class" = 'LABOUR_COMPLIANCE' or "data_objections"."data_class" = 'HOUSING_FUND' or "data_objections"."data_class" = 'MEDICAL_INSURANCE' or "data_objections"."data_class" = 'REAL_ESTATE' or "data_objections"."data_class" = 'ELECTRICITY' or "data_objections"."data_class" = 'WATER' or "data_objections"."data_class" = 'GAS' or "data_objections"."data_class" = 'LITIGATION' or "data_objections"."data_class" = 'ENFORCEMENT' or "data_objections"."data_class" = 'CUSTOMS' or "data_objections"."data_class" = 'PATENT' or "data_objections"."data_class" = 'TRADEMARK' or "data_objections"."data_class" = 'INNOVATION_STATUS' or "data_objections"."data_class" = 'QUALIFICATION_TITLES' or "data_objections"."data_class" = 'ENVIRONMENT_SAFETY' or "data_objections"."data_class" = 'PUBLIC_PROCUREMENT' or "data_objections"."data_class" = 'AGRI_ENTITY' or "data_objections"."data_class" = 'FISCAL_SUPPORT' or "data_objections"."data_class" = 'CASH_FLOW' or "data_objections"."data_class" = 'SELF_DECLARED'),
	CONSTRAINT "data_objections_state" CHECK ("data_objections"."state" = 'open' or "data_objections"."state" = 'corrected' or "data_objections"."state" = 'dismissed' or "data_objections"."state" = 'unresolved' or "data_objections"."state" = 'withdrawn'),
	CONSTRAINT "data_objections_one_open" CHECK (("data_objections"."state" = 'open') = ("data_objections"."open_record_seq" is not null)),
	CONSTRAINT "data_objections_answered" CHECK (("data_objections"."answer" is null) = ("data_objections"."answered_at" is null)),
	CONSTRAINT "data_objections_withdrawn" CHECK (("data_objections"."state" = 'withdrawn') = ("data_objections"."withdrawn_at" is not null)),
	CONSTRAINT "data_objections_in_writing" CHECK (("data_objections"."state" in ('corrected', 'dismissed', 'unresolved')) = ("data_objections"."answered_by" is not null))
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
	CONSTRAINT "credit_records_data_class" CHECK ("credit_records"."data_class" = 'REGISTRATION' or "credit_records"."data_class" = 'OWNERSHIP_KEY_PERSONS' or "credit_records"."data_class" = 'ANNUAL_REPORT' or "credit_records"."data_class" = 'ABNORMAL_OPERATION' or "credit_records"."data_class" = 'EQUITY_CHATTEL_PLEDGE' or "credit_records"."data_class" = 'ADMIN_LICENCE' or "credit_records"."data_class" = 'ADMIN_PENALTY' or "credit_records"."data_class" = 'PUBLIC_CREDIT_RATING' or "credit_records"."data_class" = 'TAX_CREDIT_GRADE' or "credit_records"."data_class" = 'TAX_PAID' or "credit_records"."data_class" = 'VAT_INVOICE_SUMMARY' or "credit_records"."data_class" = 'TAX_ARREARS' or "credit_records"."data_class" = 'SOCIAL_INSURANCE' or "credit_records"."data_class" = 'JOB_RETENTION_REFUND' or "credit_records"."data_class" = 'LABOUR_COMPLIANCE' or "credit_records"."data_class" = 'HOUSING_FUND' or "credit_records"."data_class" = 'MEDICAL_INSURANCE' or "credit_records"."data_class" = 'REAL_ESTATE' or "credit_records"."data_class" = 'ELECTRICITY' or "credit_records"."data_class" = 'WATER' or "credit_records"."data_class" = 'GAS' or "credit_records"."data_class" = 'LITIGATION' or "credit_records"."data_class" = 'ENFORCEMENT' or "credit_records"."data_class" = 'CUSTOMS' or "credit_records"."data_class" = 'PATENT' or "credit_records"."data_class" = 'TRADEMARK' or "credit_records"."data_class" = 'INNOVATION_STATUS' or "credit_records"."data_class" = 'QUALIFICATION_TITLES' or "credit_records"."data_class" = 'ENVIRONMENT_SAFETY' or "credit_records"."data_class" = 'PUBLIC_PROCUREMENT' or "credit_records"."data_class" = 'AGRI_ENTITY' or "credit_records"."data_class" = 'FISCAL_SUPPORT' or "credit_records"."data_class" = 'CASH_FLOW' or "credit_records"."data_class" = 'SELF_DECLARED')
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
	CONSTRAINT "enterprises_entity_type" CHECK ("enterprises"."entity_type" = 'enterprise' or "enterprises"."entity_type" = 'selfEmployed' or "enterprises"."entity_type" = 'cooperative'),
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
	"origin" text NOT NULL,
	"revealed_at" timestamp (3) with time zone,
	"follows_id" text,
	"consent_id" text,
	"channel" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"term_months" integer NOT NULL,
	"securities" jsonb NOT NULL,
	"match_verdict" text NOT NULL,
	"match_digest" text NOT NULL,
	"engine_version" text NOT NULL,
	"state" text NOT NULL,
	"offers_until" date,
	"offer_valid_until" date,
	"resumes_to" text,
	"counter_rounds" integer NOT NULL,
	"needs_guarantee" boolean NOT NULL,
	"reason_code" text,
	"reason_text" text,
	"idempotency_key" text NOT NULL,
	"request_digest" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "applications_origin_known" CHECK ("applications"."origin" = 'applied' or "applications"."origin" = 'grabbed' or "applications"."origin" = 'invited'),
	CONSTRAINT "applications_applied" CHECK ("applications"."origin" <> 'applied' or "applications"."revealed_at" is not null),
	CONSTRAINT "applications_channel_known" CHECK ("applications"."channel" = 'governmentData' or "applications"."channel" = 'direct'),
	CONSTRAINT "applications_match_verdict_known" CHECK ("applications"."match_verdict" = 'eligible' or "applications"."match_verdict" = 'possible' or "applications"."match_verdict" = 'notEligible'),
	CONSTRAINT "applications_state_known" CHECK ("applications"."state" = 'invited' or "applications"."state" = 'submitted' or "applications"."state" = 'accepted' or "applications"."state" = 'actionRequired' or "applications"."state" = 'dueDiligence' or "applications"."state" = 'inPrinciple' or "applications"."state" = 'offered' or "applications"."state" = 'countered' or "applications"."state" = 'offerAccepted' or "applications"."state" = 'guaranteePending' or "applications"."state" = 'approved' or "applications"."state" = 'contractIssued' or "applications"."state" = 'signed' or "applications"."state" = 'partiallyDisbursed' or "applications"."state" = 'disbursed' or "applications"."state" = 'declined' or "applications"."state" = 'rejected' or "applications"."state" = 'withdrawn' or "applications"."state" = 'lapsed' or "applications"."state" = 'released' or "applications"."state" = 'cancelled'),
	CONSTRAINT "applications_reason_known" CHECK ("applications"."reason_code" = 'R01' or "applications"."reason_code" = 'R02' or "applications"."reason_code" = 'R03' or "applications"."reason_code" = 'R04' or "applications"."reason_code" = 'R05' or "applications"."reason_code" = 'R06' or "applications"."reason_code" = 'R07' or "applications"."reason_code" = 'R08' or "applications"."reason_code" = 'R09' or "applications"."reason_code" = 'R10' or "applications"."reason_code" = 'R11' or "applications"."reason_code" = 'R12' or "applications"."reason_code" = 'R13' or "applications"."reason_code" = 'R14' or "applications"."reason_code" = 'R15' or "applications"."reason_code" = 'R16' or "applications"."reason_code" = 'R17' or "applications"."reason_code" = 'R18' or "applications"."reason_code" = 'R19' or "applications"."reason_code" = 'R20' or "applications"."reason_code" = 'R21' or "applications"."reason_code" = 'R22' or "applications"."reason_code" = 'R23' or "applications"."reason_code" = 'R99'),
	CONSTRAINT "applications_amount" CHECK ("applications"."amount_fen" > 0 and "applications"."term_months" > 0),
	CONSTRAINT "applications_offer_day" CHECK (("applications"."state" in ('offered', 'countered')) = ("applications"."offer_valid_until" is not null)),
	CONSTRAINT "applications_decided" CHECK (("applications"."state" = 'invited' or "applications"."state" = 'submitted' or "applications"."state" = 'accepted' or "applications"."state" = 'actionRequired' or "applications"."state" = 'dueDiligence' or "applications"."state" = 'inPrinciple' or "applications"."state" = 'offered' or "applications"."state" = 'countered' or "applications"."state" = 'offerAccepted' or "applications"."state" = 'guaranteePending' or "applications"."state" = 'approved' or "applications"."state" = 'contractIssued' or "applications"."state" = 'signed') = ("applications"."decided_at" is null)),
	CONSTRAINT "applications_resumes" CHECK (("applications"."state" = 'actionRequired') = ("applications"."resumes_to" is not null)),
	CONSTRAINT "applications_reasoned" CHECK (("applications"."state" in ('declined', 'rejected')) = ("applications"."reason_code" is not null))
);
--> statement-breakpoint
CREATE TABLE "collaterals" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"certificate" text NOT NULL,
	"stated_fen" bigint NOT NULL,
	"state" text NOT NULL,
	"appraiser" text,
	"appraised_on" date,
	"value_fen" bigint,
	"appraisal_fee_fen" bigint NOT NULL,
	"registration_fee_fen" bigint NOT NULL,
	"registry" text,
	"registration_number" text,
	"registered_on" date,
	"released_on" date,
	"stated_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "collaterals_kind_known" CHECK ("collaterals"."kind" = 'REAL_ESTATE_MORTGAGE' or "collaterals"."kind" = 'RECEIVABLES_PLEDGE' or "collaterals"."kind" = 'PATENT_PLEDGE' or "collaterals"."kind" = 'TRADEMARK_PLEDGE' or "collaterals"."kind" = 'LAND_MANAGEMENT_RIGHT' or "collaterals"."kind" = 'BIOLOGICAL_ASSET'),
	CONSTRAINT "collaterals_state_known" CHECK ("collaterals"."state" = 'stated' or "collaterals"."state" = 'proposed' or "collaterals"."state" = 'valued' or "collaterals"."state" = 'registered' or "collaterals"."state" = 'released'),
	CONSTRAINT "collaterals_stated" CHECK ("collaterals"."stated_fen" > 0),
	CONSTRAINT "collaterals_valued" CHECK (("collaterals"."state" = 'stated') = ("collaterals"."value_fen" is null)),
	CONSTRAINT "collaterals_registered" CHECK (("collaterals"."state" in ('registered', 'released')) = ("collaterals"."registration_number" is not null)),
	CONSTRAINT "collaterals_released" CHECK (("collaterals"."state" = 'released') = ("collaterals"."released_on" is not null)),
	CONSTRAINT "collaterals_fees" CHECK ("collaterals"."appraisal_fee_fen" >= 0 and "collaterals"."registration_fee_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "compensation_parts" (
	"compensation_id" text NOT NULL,
	"place" integer NOT NULL,
	"role" text,
	"organisation_id" text,
	"name" text NOT NULL,
	"pool_id" text,
	"owed_fen" bigint NOT NULL,
	"paid_fen" bigint NOT NULL,
	CONSTRAINT "compensation_parts_compensation_id_place_pk" PRIMARY KEY("compensation_id","place"),
	CONSTRAINT "compensation_parts_role_known" CHECK ("compensation_parts"."role" = 'government' or "compensation_parts"."role" = 'enterprise' or "compensation_parts"."role" = 'bank' or "compensation_parts"."role" = 'exchange' or "compensation_parts"."role" = 'guarantor' or "compensation_parts"."role" = 'reguarantor' or "compensation_parts"."role" = 'insurer'),
	CONSTRAINT "compensation_parts_amounts" CHECK ("compensation_parts"."owed_fen" >= 0 and "compensation_parts"."paid_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "compensations" (
	"id" text PRIMARY KEY NOT NULL,
	"guarantee_id" text NOT NULL,
	"transaction_id" text NOT NULL,
	"state" text NOT NULL,
	"loss_fen" bigint NOT NULL,
	"overdue_days" integer NOT NULL,
	"claimed_on" date NOT NULL,
	"paid_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "compensations_state_known" CHECK ("compensations"."state" = 'claimed' or "compensations"."state" = 'paid'),
	CONSTRAINT "compensations_loss" CHECK ("compensations"."loss_fen" > 0),
	CONSTRAINT "compensations_paid" CHECK (("compensations"."state" = 'paid') = ("compensations"."paid_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "recoveries" (
	"id" text PRIMARY KEY NOT NULL,
	"compensation_id" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"recovered_on" date NOT NULL,
	"note" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "recoveries_amount" CHECK ("recoveries"."amount_fen" > 0)
);
--> statement-breakpoint
CREATE TABLE "recovery_shares" (
	"recovery_id" text NOT NULL,
	"place" integer NOT NULL,
	"amount_fen" bigint NOT NULL,
	CONSTRAINT "recovery_shares_recovery_id_place_pk" PRIMARY KEY("recovery_id","place")
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"annualised_rate_bps" integer NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"signed_at" timestamp (3) with time zone,
	CONSTRAINT "contracts_rate" CHECK ("contracts"."annualised_rate_bps" >= 0)
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"number" integer NOT NULL,
	"items" jsonb NOT NULL,
	"note" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answers" jsonb,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "corrections_answered" CHECK (("corrections"."answers" is null) = ("corrections"."answered_at" is null)),
	CONSTRAINT "corrections_explained" CHECK ("corrections"."number" = 1 or "corrections"."note" is not null)
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
	CONSTRAINT "counter_offers_repayment_method_known" CHECK ("counter_offers"."repayment_method" = 'EQUAL_INSTALLMENT' or "counter_offers"."repayment_method" = 'EQUAL_PRINCIPAL' or "counter_offers"."repayment_method" = 'INTEREST_FIRST' or "counter_offers"."repayment_method" = 'LUMP_SUM' or "counter_offers"."repayment_method" = 'FLEXIBLE' or "counter_offers"."repayment_method" = 'QUARTERLY_INTEREST' or "counter_offers"."repayment_method" = 'SCHEDULED'),
	CONSTRAINT "counter_offers_rounds" CHECK (round between 1 and 3),
	CONSTRAINT "counter_offers_amount" CHECK ("counter_offers"."amount_fen" > 0 and "counter_offers"."term_months" > 0 and "counter_offers"."rate_bps" >= 0)
);
--> statement-breakpoint
CREATE TABLE "loan_class_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"transaction_id" text NOT NULL,
	"risk_class" text NOT NULL,
	"rule_class" text NOT NULL,
	"bank_class" text,
	"days_past_due" integer NOT NULL,
	"note" text,
	"changed_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "loan_class_changes_class_known" CHECK ("loan_class_changes"."risk_class" = 'pass' or "loan_class_changes"."risk_class" = 'specialMention' or "loan_class_changes"."risk_class" = 'substandard' or "loan_class_changes"."risk_class" = 'doubtful' or "loan_class_changes"."risk_class" = 'loss'),
	CONSTRAINT "loan_class_changes_rule_known" CHECK ("loan_class_changes"."rule_class" = 'pass' or "loan_class_changes"."rule_class" = 'specialMention' or "loan_class_changes"."rule_class" = 'substandard' or "loan_class_changes"."rule_class" = 'doubtful' or "loan_class_changes"."rule_class" = 'loss'),
	CONSTRAINT "loan_class_changes_bank_known" CHECK ("loan_class_changes"."bank_class" = 'pass' or "loan_class_changes"."bank_class" = 'specialMention' or "loan_class_changes"."bank_class" = 'substandard' or "loan_class_changes"."bank_class" = 'doubtful' or "loan_class_changes"."bank_class" = 'loss')
);
--> statement-breakpoint
CREATE TABLE "loan_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"transaction_id" text NOT NULL,
	"from_day" date NOT NULL,
	"kind" text NOT NULL,
	"rate_bps" integer NOT NULL,
	"lpr_rate_bps" integer,
	"lpr_published_on" date,
	"repayment_method" text,
	"matures_on" date,
	"reason_code" text,
	"reason_text" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "loan_revisions_kind_known" CHECK ("loan_revisions"."kind" = 'repriced' or "loan_revisions"."kind" = 'restructured'),
	CONSTRAINT "loan_revisions_reason_known" CHECK ("loan_revisions"."reason_code" = 'L01' or "loan_revisions"."reason_code" = 'L02' or "loan_revisions"."reason_code" = 'L03' or "loan_revisions"."reason_code" = 'L11' or "loan_revisions"."reason_code" = 'L12' or "loan_revisions"."reason_code" = 'L13' or "loan_revisions"."reason_code" = 'L14' or "loan_revisions"."reason_code" = 'L21' or "loan_revisions"."reason_code" = 'L22' or "loan_revisions"."reason_code" = 'L23' or "loan_revisions"."reason_code" = 'L24' or "loan_revisions"."reason_code" = 'L31' or "loan_revisions"."reason_code" = 'L32' or "loan_revisions"."reason_code" = 'L41' or "loan_revisions"."reason_code" = 'L99'),
	CONSTRAINT "loan_revisions_method_known" CHECK ("loan_revisions"."repayment_method" = 'EQUAL_INSTALLMENT' or "loan_revisions"."repayment_method" = 'EQUAL_PRINCIPAL' or "loan_revisions"."repayment_method" = 'INTEREST_FIRST' or "loan_revisions"."repayment_method" = 'LUMP_SUM' or "loan_revisions"."repayment_method" = 'FLEXIBLE' or "loan_revisions"."repayment_method" = 'QUARTERLY_INTEREST' or "loan_revisions"."repayment_method" = 'SCHEDULED'),
	CONSTRAINT "loan_revisions_rate" CHECK ("loan_revisions"."rate_bps" >= 0),
	CONSTRAINT "loan_revisions_repriced" CHECK (("loan_revisions"."kind" = 'repriced') = ("loan_revisions"."lpr_rate_bps" is not null)),
	CONSTRAINT "loan_revisions_restructured" CHECK (("loan_revisions"."kind" = 'restructured') = ("loan_revisions"."repayment_method" is not null and "loan_revisions"."matures_on" is not null and "loan_revisions"."reason_code" is not null))
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
	"state" text NOT NULL,
	"risk_class" text NOT NULL,
	"bank_class" text,
	"reported_month" text,
	"reason_code" text,
	"reason_text" text,
	"renewed_by_id" text,
	"ended_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "matched_transactions_renewed" CHECK (("matched_transactions"."state" = 'renewed') = ("matched_transactions"."renewed_by_id" is not null)),
	CONSTRAINT "matched_transactions_state_known" CHECK ("matched_transactions"."state" = 'disbursed' or "matched_transactions"."state" = 'overdue' or "matched_transactions"."state" = 'restructured' or "matched_transactions"."state" = 'renewed' or "matched_transactions"."state" = 'compensated' or "matched_transactions"."state" = 'settled' or "matched_transactions"."state" = 'writtenOff'),
	CONSTRAINT "matched_transactions_class_known" CHECK ("matched_transactions"."risk_class" = 'pass' or "matched_transactions"."risk_class" = 'specialMention' or "matched_transactions"."risk_class" = 'substandard' or "matched_transactions"."risk_class" = 'doubtful' or "matched_transactions"."risk_class" = 'loss'),
	CONSTRAINT "matched_transactions_bank_class_known" CHECK ("matched_transactions"."bank_class" = 'pass' or "matched_transactions"."bank_class" = 'specialMention' or "matched_transactions"."bank_class" = 'substandard' or "matched_transactions"."bank_class" = 'doubtful' or "matched_transactions"."bank_class" = 'loss'),
	CONSTRAINT "matched_transactions_reason_known" CHECK ("matched_transactions"."reason_code" = 'L01' or "matched_transactions"."reason_code" = 'L02' or "matched_transactions"."reason_code" = 'L03' or "matched_transactions"."reason_code" = 'L11' or "matched_transactions"."reason_code" = 'L12' or "matched_transactions"."reason_code" = 'L13' or "matched_transactions"."reason_code" = 'L14' or "matched_transactions"."reason_code" = 'L21' or "matched_transactions"."reason_code" = 'L22' or "matched_transactions"."reason_code" = 'L23' or "matched_transactions"."reason_code" = 'L24' or "matched_transactions"."reason_code" = 'L31' or "matched_transactions"."reason_code" = 'L32' or "matched_transactions"."reason_code" = 'L41' or "matched_transactions"."reason_code" = 'L99'),
	CONSTRAINT "matched_transactions_ended" CHECK (("matched_transactions"."state" = 'disbursed' or "matched_transactions"."state" = 'overdue' or "matched_transactions"."state" = 'restructured') = ("matched_transactions"."ended_on" is null)),
	CONSTRAINT "matched_transactions_reasoned" CHECK (("matched_transactions"."state" = 'disbursed' or "matched_transactions"."state" = 'settled') or ("matched_transactions"."reason_code" is not null)),
	CONSTRAINT "matched_transactions_size_known" CHECK ("matched_transactions"."size_class" = 'LARGE' or "matched_transactions"."size_class" = 'MEDIUM' or "matched_transactions"."size_class" = 'SMALL' or "matched_transactions"."size_class" = 'MICRO' or "matched_transactions"."size_class" = 'NOT_APPLICABLE' or "matched_transactions"."size_class" = 'UNKNOWN'),
	CONSTRAINT "matched_transactions_channel_known" CHECK ("matched_transactions"."channel" = 'governmentData' or "matched_transactions"."channel" = 'direct'),
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
	"fee_fen" bigint NOT NULL,
	"reference" text,
	"source" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "repayments_source_known" CHECK ("repayments"."source" = 'officer' or "repayments"."source" = 'ledger' or "repayments"."source" = 'renewal' or "repayments"."source" = 'guarantor'),
	CONSTRAINT "repayments_amounts" CHECK ("repayments"."principal_fen" >= 0 and "repayments"."interest_fen" >= 0 and "repayments"."fee_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "transaction_labels" (
	"transaction_id" text NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "transaction_labels_transaction_id_label_pk" PRIMARY KEY("transaction_id","label"),
	CONSTRAINT "transaction_labels_known" CHECK ("transaction_labels"."label" = 'green' or "transaction_labels"."label" = 'sciTech' or "transaction_labels"."label" = 'rural' or "transaction_labels"."label" = 'redCredit' or "transaction_labels"."label" = 'firstLoan' or "transaction_labels"."label" = 'ipPledge' or "transaction_labels"."label" = 'guarantee' or "transaction_labels"."label" = 'inclusive' or "transaction_labels"."label" = 'digital' or "transaction_labels"."label" = 'unsecured' or "transaction_labels"."label" = 'renewal')
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
	"route" text NOT NULL,
	"lenders_max" integer NOT NULL,
	"allows_second_look" boolean NOT NULL,
	"valid_until" date,
	"offers_until" date,
	"state" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_digest" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "financing_demands_purpose_known" CHECK ("financing_demands"."purpose" = 'WORKING_CAPITAL' or "financing_demands"."purpose" = 'ORDER_FULFILMENT' or "financing_demands"."purpose" = 'EQUIPMENT' or "financing_demands"."purpose" = 'PLANT' or "financing_demands"."purpose" = 'RESEARCH' or "financing_demands"."purpose" = 'FARMING' or "financing_demands"."purpose" = 'EXPORT' or "financing_demands"."purpose" = 'PAYROLL' or "financing_demands"."purpose" = 'REFINANCING' or "financing_demands"."purpose" = 'OTHER'),
	CONSTRAINT "financing_demands_state_known" CHECK ("financing_demands"."state" = 'published' or "financing_demands"."state" = 'inProgress' or "financing_demands"."state" = 'partiallyFulfilled' or "financing_demands"."state" = 'fulfilled' or "financing_demands"."state" = 'closedUnmet' or "financing_demands"."state" = 'expired' or "financing_demands"."state" = 'withdrawn'),
	CONSTRAINT "financing_demands_amount" CHECK ("financing_demands"."amount_fen" > 0 and "financing_demands"."term_months" > 0),
	CONSTRAINT "financing_demands_route_known" CHECK ("financing_demands"."route" = 'direct' or "financing_demands"."route" = 'grab' or "financing_demands"."route" = 'dispatch' or "financing_demands"."route" = 'auction'),
	CONSTRAINT "financing_demands_valid" CHECK (("financing_demands"."route" = 'direct') = ("financing_demands"."valid_until" is null)),
	CONSTRAINT "financing_demands_auction" CHECK (("financing_demands"."route" = 'auction') = ("financing_demands"."offers_until" is not null)),
	CONSTRAINT "financing_demands_lenders" CHECK ("financing_demands"."lenders_max" > 0),
	CONSTRAINT "financing_demands_closed" CHECK (("financing_demands"."state" = 'fulfilled' or "financing_demands"."state" = 'closedUnmet' or "financing_demands"."state" = 'expired' or "financing_demands"."state" = 'withdrawn' or "financing_demands"."state" = 'partiallyFulfilled') or "financing_demands"."closed_at" is null),
	CONSTRAINT "financing_demands_ended" CHECK (not ("financing_demands"."state" = 'fulfilled' or "financing_demands"."state" = 'closedUnmet' or "financing_demands"."state" = 'expired' or "financing_demands"."state" = 'withdrawn') or "financing_demands"."closed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "escalations" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"state" text NOT NULL,
	"due_on" date NOT NULL,
	"escalated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "escalations_state_known" CHECK ("escalations"."state" = 'invited' or "escalations"."state" = 'submitted' or "escalations"."state" = 'accepted' or "escalations"."state" = 'actionRequired' or "escalations"."state" = 'dueDiligence' or "escalations"."state" = 'inPrinciple' or "escalations"."state" = 'offered' or "escalations"."state" = 'countered' or "escalations"."state" = 'offerAccepted' or "escalations"."state" = 'guaranteePending' or "escalations"."state" = 'approved' or "escalations"."state" = 'contractIssued' or "escalations"."state" = 'signed' or "escalations"."state" = 'partiallyDisbursed' or "escalations"."state" = 'disbursed' or "escalations"."state" = 'declined' or "escalations"."state" = 'rejected' or "escalations"."state" = 'withdrawn' or "escalations"."state" = 'lapsed' or "escalations"."state" = 'released' or "escalations"."state" = 'cancelled')
);
--> statement-breakpoint
CREATE TABLE "guarantee_decisions" (
	"guarantee_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"role" text NOT NULL,
	"liability_fen" bigint NOT NULL,
	"state" text NOT NULL,
	"limits" jsonb NOT NULL,
	"affiliates_fen" bigint NOT NULL,
	"reason_code" text,
	"reason_text" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "guarantee_decisions_guarantee_id_organisation_id_pk" PRIMARY KEY("guarantee_id","organisation_id"),
	CONSTRAINT "guarantee_decisions_role_known" CHECK ("guarantee_decisions"."role" = 'government' or "guarantee_decisions"."role" = 'enterprise' or "guarantee_decisions"."role" = 'bank' or "guarantee_decisions"."role" = 'exchange' or "guarantee_decisions"."role" = 'guarantor' or "guarantee_decisions"."role" = 'reguarantor' or "guarantee_decisions"."role" = 'insurer'),
	CONSTRAINT "guarantee_decisions_state_known" CHECK ("guarantee_decisions"."state" = 'pending' or "guarantee_decisions"."state" = 'approved' or "guarantee_decisions"."state" = 'rejected'),
	CONSTRAINT "guarantee_decisions_reason_known" CHECK ("guarantee_decisions"."reason_code" = 'R01' or "guarantee_decisions"."reason_code" = 'R02' or "guarantee_decisions"."reason_code" = 'R03' or "guarantee_decisions"."reason_code" = 'R04' or "guarantee_decisions"."reason_code" = 'R05' or "guarantee_decisions"."reason_code" = 'R06' or "guarantee_decisions"."reason_code" = 'R07' or "guarantee_decisions"."reason_code" = 'R08' or "guarantee_decisions"."reason_code" = 'R09' or "guarantee_decisions"."reason_code" = 'R10' or "guarantee_decisions"."reason_code" = 'R11' or "guarantee_decisions"."reason_code" = 'R12' or "guarantee_decisions"."reason_code" = 'R13' or "guarantee_decisions"."reason_code" = 'R14' or "guarantee_decisions"."reason_code" = 'R15' or "guarantee_decisions"."reason_code" = 'R16' or "guarantee_decisions"."reason_code" = 'R17' or "guarantee_decisions"."reason_code" = 'R18' or "guarantee_decisions"."reason_code" = 'R19' or "guarantee_decisions"."reason_code" = 'R20' or "guarantee_decisions"."reason_code" = 'R21' or "guarantee_decisions"."reason_code" = 'R22' or "guarantee_decisions"."reason_code" = 'R23' or "guarantee_decisions"."reason_code" = 'R99'),
	CONSTRAINT "guarantee_decisions_decided" CHECK (("guarantee_decisions"."state" = 'pending') = ("guarantee_decisions"."decided_at" is null)),
	CONSTRAINT "guarantee_decisions_reasoned" CHECK (("guarantee_decisions"."state" = 'rejected') = ("guarantee_decisions"."reason_code" is not null))
);
--> statement-breakpoint
CREATE TABLE "guarantees" (
	"id" text PRIMARY KEY NOT NULL,
	"scheme_id" text NOT NULL,
	"terms_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"enterprise_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"shares_hash" text,
	"approved_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "guarantees_amount" CHECK ("guarantees"."amount_fen" > 0),
	CONSTRAINT "guarantees_frozen" CHECK (("guarantees"."shares_hash" is null) = ("guarantees"."approved_at" is null))
);
--> statement-breakpoint
CREATE TABLE "indications" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"rate_bps_min" integer NOT NULL,
	"rate_bps_max" integer NOT NULL,
	"note" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "indications_amount" CHECK ("indications"."amount_fen" > 0),
	CONSTRAINT "indications_rate" CHECK ("indications"."rate_bps_min" between 0 and "indications"."rate_bps_max")
);
--> statement-breakpoint
CREATE TABLE "credit_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"enterprise_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"limit_fen" bigint NOT NULL,
	"is_revolving" boolean NOT NULL,
	"valid_until" date NOT NULL,
	"conditions" text,
	"conditions_met_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"reason_code" text,
	"reason_text" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "credit_lines_state_known" CHECK ("credit_lines"."state" = 'active' or "credit_lines"."state" = 'frozen' or "credit_lines"."state" = 'closed'),
	CONSTRAINT "credit_lines_reason_known" CHECK ("credit_lines"."reason_code" = 'F01' or "credit_lines"."reason_code" = 'F02' or "credit_lines"."reason_code" = 'F03' or "credit_lines"."reason_code" = 'F04' or "credit_lines"."reason_code" = 'F05' or "credit_lines"."reason_code" = 'F06' or "credit_lines"."reason_code" = 'F99'),
	CONSTRAINT "credit_lines_limit" CHECK ("credit_lines"."limit_fen" > 0),
	CONSTRAINT "credit_lines_reasoned" CHECK (("credit_lines"."state" = 'active') = ("credit_lines"."reason_code" is null))
);
--> statement-breakpoint
CREATE TABLE "drawdowns" (
	"id" text PRIMARY KEY NOT NULL,
	"line_id" text NOT NULL,
	"number" integer NOT NULL,
	"amount_fen" bigint NOT NULL,
	"term_months" integer NOT NULL,
	"state" text NOT NULL,
	"transaction_id" text,
	"reason_code" text,
	"reason_text" text,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "drawdowns_state_known" CHECK ("drawdowns"."state" = 'requested' or "drawdowns"."state" = 'paid' or "drawdowns"."state" = 'declined'),
	CONSTRAINT "drawdowns_reason_known" CHECK ("drawdowns"."reason_code" = 'F01' or "drawdowns"."reason_code" = 'F02' or "drawdowns"."reason_code" = 'F03' or "drawdowns"."reason_code" = 'F04' or "drawdowns"."reason_code" = 'F05' or "drawdowns"."reason_code" = 'F06' or "drawdowns"."reason_code" = 'F99'),
	CONSTRAINT "drawdowns_amount" CHECK ("drawdowns"."amount_fen" > 0 and "drawdowns"."term_months" > 0),
	CONSTRAINT "drawdowns_answered" CHECK (("drawdowns"."state" = 'requested') = ("drawdowns"."answered_at" is null)),
	CONSTRAINT "drawdowns_paid" CHECK (("drawdowns"."state" = 'paid') = ("drawdowns"."transaction_id" is not null)),
	CONSTRAINT "drawdowns_reasoned" CHECK (("drawdowns"."state" = 'declined') = ("drawdowns"."reason_code" is not null))
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
	"scheme_terms_id" text,
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
	CONSTRAINT "offers_repayment_method_known" CHECK ("offers"."repayment_method" = 'EQUAL_INSTALLMENT' or "offers"."repayment_method" = 'EQUAL_PRINCIPAL' or "offers"."repayment_method" = 'INTEREST_FIRST' or "offers"."repayment_method" = 'LUMP_SUM' or "offers"."repayment_method" = 'FLEXIBLE' or "offers"."repayment_method" = 'QUARTERLY_INTEREST' or "offers"."repayment_method" = 'SCHEDULED'),
	CONSTRAINT "offers_day_basis_known" CHECK ("offers"."day_basis" = 'ACT/360' or "offers"."day_basis" = 'ACT/365' or "offers"."day_basis" = '30/360'),
	CONSTRAINT "offers_state_known" CHECK ("offers"."state" = 'open' or "offers"."state" = 'accepted' or "offers"."state" = 'superseded' or "offers"."state" = 'declined' or "offers"."state" = 'lapsed' or "offers"."state" = 'withdrawn'),
	CONSTRAINT "offers_amount" CHECK ("offers"."amount_fen" > 0 and "offers"."term_months" > 0 and "offers"."rate_bps" >= 0),
	CONSTRAINT "offers_planned" CHECK (("offers"."repayment_method" = 'SCHEDULED') = ("offers"."plan" is not null)),
	CONSTRAINT "offers_answered" CHECK (("offers"."state" = 'open') = ("offers"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "compensation_pools" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"holder_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guarantor_capitals" (
	"id" text PRIMARY KEY NOT NULL,
	"guarantor_id" text NOT NULL,
	"as_of" date NOT NULL,
	"net_assets_fen" bigint NOT NULL,
	"outside_liability_fen" bigint NOT NULL,
	"is_small_and_farm" boolean NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "guarantor_capitals_amounts" CHECK ("guarantor_capitals"."net_assets_fen" > 0 and "guarantor_capitals"."outside_liability_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "pool_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"pool_id" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"booked_on" date NOT NULL,
	"compensation_id" text,
	"note" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pool_entries_kind_known" CHECK ("pool_entries"."kind" = 'deposit' or "pool_entries"."kind" = 'compensation' or "pool_entries"."kind" = 'recovery'),
	CONSTRAINT "pool_entries_amount" CHECK ("pool_entries"."amount_fen" > 0),
	CONSTRAINT "pool_entries_deposit" CHECK (("pool_entries"."kind" = 'deposit') = ("pool_entries"."compensation_id" is null))
);
--> statement-breakpoint
CREATE TABLE "risk_sharing_schemes" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"owner_id" text NOT NULL,
	"state" text NOT NULL,
	"current_terms_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "risk_sharing_schemes_state_known" CHECK ("risk_sharing_schemes"."state" = 'open' or "risk_sharing_schemes"."state" = 'closed')
);
--> statement-breakpoint
CREATE TABLE "scheme_parties" (
	"terms_id" text NOT NULL,
	"place" integer NOT NULL,
	"role" text NOT NULL,
	"organisation_id" text,
	"name" text NOT NULL,
	"pool_id" text,
	"share_bps" integer NOT NULL,
	CONSTRAINT "scheme_parties_terms_id_place_pk" PRIMARY KEY("terms_id","place"),
	CONSTRAINT "scheme_parties_role_known" CHECK ("scheme_parties"."role" = 'government' or "scheme_parties"."role" = 'enterprise' or "scheme_parties"."role" = 'bank' or "scheme_parties"."role" = 'exchange' or "scheme_parties"."role" = 'guarantor' or "scheme_parties"."role" = 'reguarantor' or "scheme_parties"."role" = 'insurer'),
	CONSTRAINT "scheme_parties_share" CHECK ("scheme_parties"."share_bps" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "scheme_terms" (
	"id" text PRIMARY KEY NOT NULL,
	"scheme_id" text NOT NULL,
	"number" integer NOT NULL,
	"first_loss_pool_id" text,
	"first_loss_rate_bps" integer,
	"first_loss_cap_fen" bigint,
	"stop_loss_fen" bigint,
	"compensation_rate_bps_max" integer,
	"loss_ratio_bps_max" integer,
	"overdue_days" integer NOT NULL,
	"guarantee_fee_bps" integer,
	"premium_bps" integer,
	"amount_fen_max" bigint,
	"labels" jsonb NOT NULL,
	"note" text,
	"terms_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "scheme_terms_first_loss" CHECK (("scheme_terms"."first_loss_pool_id" is null) = ("scheme_terms"."first_loss_rate_bps" is null)),
	CONSTRAINT "scheme_terms_overdue" CHECK ("scheme_terms"."overdue_days" > 0)
);
--> statement-breakpoint
CREATE TABLE "signing_limits" (
	"enterprise_id" text NOT NULL,
	"holder" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "signing_limits_enterprise_id_holder_pk" PRIMARY KEY("enterprise_id","holder"),
	CONSTRAINT "signing_limits_amount" CHECK ("signing_limits"."amount_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "verdict_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"enterprise_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"product_id" text NOT NULL,
	"product_version_id" text NOT NULL,
	"state" text NOT NULL,
	"open_key" text,
	"clauses" jsonb NOT NULL,
	"engine_version" text NOT NULL,
	"statement" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_on" date NOT NULL,
	"reason_code" text,
	"answer" text,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "verdict_reviews_state" CHECK ("verdict_reviews"."state" = 'open' or "verdict_reviews"."state" = 'upheld' or "verdict_reviews"."state" = 'admitted' or "verdict_reviews"."state" = 'withdrawn'),
	CONSTRAINT "verdict_reviews_one_open" CHECK (("verdict_reviews"."state" = 'open') = ("verdict_reviews"."open_key" is not null)),
	CONSTRAINT "verdict_reviews_answered" CHECK (("verdict_reviews"."state" in ('upheld', 'admitted')) = ("verdict_reviews"."answer" is not null)),
	CONSTRAINT "verdict_reviews_reasoned" CHECK (("verdict_reviews"."state" = 'upheld') = ("verdict_reviews"."reason_code" is not null))
);
--> statement-breakpoint
CREATE TABLE "early_warnings" (
	"id" text PRIMARY KEY NOT NULL,
	"institution_id" text NOT NULL,
	"enterprise_id" text NOT NULL,
	"rule" text NOT NULL,
	"key" text NOT NULL,
	"figures" jsonb NOT NULL,
	"state" text NOT NULL,
	"result" text,
	"note" text,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "early_warnings_rule" CHECK ("early_warnings"."rule" = 'enforcement' or "early_warnings"."rule" = 'taxArrears' or "early_warnings"."rule" = 'abnormalOperation' or "early_warnings"."rule" = 'powerHalved'),
	CONSTRAINT "early_warnings_state" CHECK ("early_warnings"."state" = 'raised' or "early_warnings"."state" = 'seen' or "early_warnings"."state" = 'resolved'),
	CONSTRAINT "early_warnings_result" CHECK ("early_warnings"."result" = 'noRisk' or "early_warnings"."result" = 'watched' or "early_warnings"."result" = 'measures' or "early_warnings"."result" = 'recovery'),
	CONSTRAINT "early_warnings_resolved" CHECK (("early_warnings"."state" = 'resolved') = ("early_warnings"."result" is not null))
);
--> statement-breakpoint
CREATE TABLE "white_list_banks" (
	"list_id" text NOT NULL,
	"institution_id" text NOT NULL,
	CONSTRAINT "white_list_banks_list_id_institution_id_pk" PRIMARY KEY("list_id","institution_id")
);
--> statement-breakpoint
CREATE TABLE "white_list_contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"contacted_on" date NOT NULL,
	"result" text NOT NULL,
	"note" text,
	"next_on" date,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "white_list_contacts_result_known" CHECK ("white_list_contacts"."result" = 'interested' or "white_list_contacts"."result" = 'later' or "white_list_contacts"."result" = 'noNeed' or "white_list_contacts"."result" = 'unsuitable' or "white_list_contacts"."result" = 'unreachable'),
	CONSTRAINT "white_list_contacts_next" CHECK ("white_list_contacts"."next_on" is null or "white_list_contacts"."next_on" >= "white_list_contacts"."contacted_on")
);
--> statement-breakpoint
CREATE TABLE "white_list_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"list_id" text NOT NULL,
	"enterprise_id" text NOT NULL,
	"left_at" timestamp (3) with time zone,
	"leave_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "white_list_entries_left" CHECK (("white_list_entries"."left_at" is null) = ("white_list_entries"."leave_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "white_lists" (
	"id" text PRIMARY KEY NOT NULL,
	"department_id" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"valid_until" date NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "command_keys" (
	"user_id" text NOT NULL,
	"key" text NOT NULL,
	"request_digest" text NOT NULL,
	"status" integer,
	"answer" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "command_keys_user_id_key_pk" PRIMARY KEY("user_id","key")
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
	CONSTRAINT "organisations_kind_known" CHECK ("organisations"."kind" = 'bank' or "organisations"."kind" = 'enterprise' or "organisations"."kind" = 'guarantor' or "organisations"."kind" = 'insurer' or "organisations"."kind" = 'department' or "organisations"."kind" = 'regulator' or "organisations"."kind" = 'operator'),
	CONSTRAINT "organisations_status_known" CHECK ("organisations"."status" = 'pending' or "organisations"."status" = 'active' or "organisations"."status" = 'rejected' or "organisations"."status" = 'suspended'),
	CONSTRAINT "organisations_uscc_verdict_known" CHECK ("organisations"."uscc_verdict" = 'valid' or "organisations"."uscc_verdict" = 'checkDigitMismatch')
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
	CONSTRAINT "sessions_kind_known" CHECK ("sessions"."kind" = 'cookie' or "sessions"."kind" = 'bearer')
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
	CONSTRAINT "users_role_known" CHECK ("users"."role" = 'administrator' or "users"."role" = 'officer' or "users"."role" = 'auditor'),
	CONSTRAINT "users_status_known" CHECK ("users"."status" = 'pending' or "users"."status" = 'active' or "users"."status" = 'disabled')
);
--> statement-breakpoint
CREATE TABLE "import_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"data_class" text,
	"institution_id" text,
	"list_id" text,
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
	CONSTRAINT "import_batches_kind" CHECK ("import_batches"."kind" = 'enterprises' or "import_batches"."kind" = 'invoices' or "import_batches"."kind" = 'records' or "import_batches"."kind" = 'products' or "import_batches"."kind" = 'repayments' or "import_batches"."kind" = 'whiteListFirms'),
	CONSTRAINT "import_batches_state" CHECK ("import_batches"."state" = 'checking' or "import_batches"."state" = 'checked' or "import_batches"."state" = 'refused' or "import_batches"."state" = 'applying' or "import_batches"."state" = 'applied' or "import_batches"."state" = 'failed' or "import_batches"."state" = 'discarded'),
	CONSTRAINT "import_batches_data_class" CHECK ("import_batches"."data_class" = 'REGISTRATION' or "import_batches"."data_class" = 'OWNERSHIP_KEY_PERSONS' or "import_batches"."data_class" = 'ANNUAL_REPORT' or "import_batches"."data_class" = 'ABNORMAL_OPERATION' or "import_batches"."data_class" = 'EQUITY_CHATTEL_PLEDGE' or "import_batches"."data_class" = 'ADMIN_LICENCE' or "import_batches"."data_class" = 'ADMIN_PENALTY' or "import_batches"."data_class" = 'PUBLIC_CREDIT_RATING' or "import_batches"."data_class" = 'TAX_CREDIT_GRADE' or "import_batches"."data_class" = 'TAX_PAID' or "import_batches"."data_class" = 'VAT_INVOICE_SUMMARY' or "import_batches"."data_class" = 'TAX_ARREARS' or "import_batches"."data_class" = 'SOCIAL_INSURANCE' or "import_batches"."data_class" = 'JOB_RETENTION_REFUND' or "import_batches"."data_class" = 'LABOUR_COMPLIANCE' or "import_batches"."data_class" = 'HOUSING_FUND' or "import_batches"."data_class" = 'MEDICAL_INSURANCE' or "import_batches"."data_class" = 'REAL_ESTATE' or "import_batches"."data_class" = 'ELECTRICITY' or "import_batches"."data_class" = 'WATER' or "import_batches"."data_class" = 'GAS' or "import_batches"."data_class" = 'LITIGATION' or "import_batches"."data_class" = 'ENFORCEMENT' or "import_batches"."data_class" = 'CUSTOMS' or "import_batches"."data_class" = 'PATENT' or "import_batches"."data_class" = 'TRADEMARK' or "import_batches"."data_class" = 'INNOVATION_STATUS' or "import_batches"."data_class" = 'QUALIFICATION_TITLES' or "import_batches"."data_class" = 'ENVIRONMENT_SAFETY' or "import_batches"."data_class" = 'PUBLIC_PROCUREMENT' or "import_batches"."data_class" = 'AGRI_ENTITY' or "import_batches"."data_class" = 'FISCAL_SUPPORT' or "import_batches"."data_class" = 'CASH_FLOW'),
	CONSTRAINT "import_batches_class_of_records" CHECK (("import_batches"."kind" = 'records') = ("import_batches"."data_class" is not null)),
	CONSTRAINT "import_batches_list_of_firms" CHECK (("import_batches"."kind" = 'whiteListFirms') = ("import_batches"."list_id" is not null)),
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
	CONSTRAINT "match_alerts_label_known" CHECK ("match_alerts"."label" = 'green' or "match_alerts"."label" = 'sciTech' or "match_alerts"."label" = 'rural' or "match_alerts"."label" = 'redCredit' or "match_alerts"."label" = 'firstLoan' or "match_alerts"."label" = 'ipPledge' or "match_alerts"."label" = 'guarantee' or "match_alerts"."label" = 'inclusive' or "match_alerts"."label" = 'digital' or "match_alerts"."label" = 'unsecured' or "match_alerts"."label" = 'renewal'),
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
	CONSTRAINT "match_runs_reason_known" CHECK ("match_runs"."reason" = 'nightly' or "match_runs"."reason" = 'products' or "match_runs"."reason" = 'asked' or "match_runs"."reason" = 'replay'),
	CONSTRAINT "match_runs_state_known" CHECK ("match_runs"."state" = 'waiting' or "match_runs"."state" = 'running' or "match_runs"."state" = 'finished' or "match_runs"."state" = 'failed'),
	CONSTRAINT "match_runs_failure_known" CHECK ("match_runs"."failure" = 'interrupted' or "match_runs"."failure" = 'error'),
	CONSTRAINT "match_runs_slot_of_state" CHECK ("match_runs"."slot" is null or "match_runs"."slot" = "match_runs"."state"),
	CONSTRAINT "match_runs_open_has_slot" CHECK ("match_runs"."state" in ('finished', 'failed') or "match_runs"."slot" is not null),
	CONSTRAINT "match_runs_replay" CHECK (("match_runs"."reason" = 'replay') = ("match_runs"."replay_of" is not null)),
	CONSTRAINT "match_runs_percent" CHECK ("match_runs"."percent" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"message_id" text NOT NULL,
	"organisation_id" text NOT NULL,
	"channel" text NOT NULL,
	"target" text NOT NULL,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"last_status" integer,
	"last_problem" text,
	"last_attempt_at" timestamp (3) with time zone,
	"next_attempt_at" timestamp (3) with time zone,
	"holder" text,
	"lease_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deliveries_channel_known" CHECK ("deliveries"."channel" = 'email' or "deliveries"."channel" = 'webhook'),
	CONSTRAINT "deliveries_locale_known" CHECK ("deliveries"."locale" = 'zh' or "deliveries"."locale" = 'en'),
	CONSTRAINT "deliveries_state_known" CHECK ("deliveries"."state" = 'waiting' or "deliveries"."state" = 'delivered' or "deliveries"."state" = 'failed' or "deliveries"."state" = 'cancelled'),
	CONSTRAINT "deliveries_problem_known" CHECK ("deliveries"."last_problem" = 'unreachable' or "deliveries"."last_problem" = 'timeout' or "deliveries"."last_problem" = 'refused' or "deliveries"."last_problem" = 'forbiddenAddress' or "deliveries"."last_problem" = 'gone'),
	CONSTRAINT "deliveries_next" CHECK (("deliveries"."state" = 'waiting') = ("deliveries"."next_attempt_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "email_subscriptions" (
	"user_id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"address" text NOT NULL,
	"topics" jsonb NOT NULL,
	"locale" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "email_subscriptions_locale_known" CHECK ("email_subscriptions"."locale" = 'zh' or "email_subscriptions"."locale" = 'en')
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"recipient_id" text NOT NULL,
	"kind" text NOT NULL,
	"occasion" text NOT NULL,
	"audience" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "messages_kind_known" CHECK ("messages"."kind" = 'demandGrabbed' or "messages"."kind" = 'institutionInvited' or "messages"."kind" = 'applicationSubmitted' or "messages"."kind" = 'applicationAccepted' or "messages"."kind" = 'dueDiligenceStarted' or "messages"."kind" = 'correctionRequested' or "messages"."kind" = 'correctionAnswered' or "messages"."kind" = 'inPrincipleGiven' or "messages"."kind" = 'applicationApproved' or "messages"."kind" = 'guaranteeRequested' or "messages"."kind" = 'guaranteeApproved' or "messages"."kind" = 'guaranteeRejected' or "messages"."kind" = 'contractIssued' or "messages"."kind" = 'contractSigned' or "messages"."kind" = 'lineOpened' or "messages"."kind" = 'applicationCancelled' or "messages"."kind" = 'applicationReleased' or "messages"."kind" = 'correctionUnanswered' or "messages"."kind" = 'applicationDeclined' or "messages"."kind" = 'applicationRejected' or "messages"."kind" = 'applicationWithdrawn' or "messages"."kind" = 'applicationLapsed' or "messages"."kind" = 'limitNear' or "messages"."kind" = 'limitPassed' or "messages"."kind" = 'limitEscalated' or "messages"."kind" = 'auctionClosed' or "messages"."kind" = 'demandExpired' or "messages"."kind" = 'demandClosedUnmet' or "messages"."kind" = 'whiteListPushed' or "messages"."kind" = 'whiteListed' or "messages"."kind" = 'whiteListLeft' or "messages"."kind" = 'offerMade' or "messages"."kind" = 'approvalAmended' or "messages"."kind" = 'approvalReopened' or "messages"."kind" = 'offerExpired' or "messages"."kind" = 'offerWithdrawn' or "messages"."kind" = 'offerAccepted' or "messages"."kind" = 'offerDeclined' or "messages"."kind" = 'offerCountered' or "messages"."kind" = 'offerKept' or "messages"."kind" = 'feedbackDue' or "messages"."kind" = 'loanRepriced' or "messages"."kind" = 'loanDisbursed' or "messages"."kind" = 'repaymentRecorded' or "messages"."kind" = 'loanOverdue' or "messages"."kind" = 'loanCaughtUp' or "messages"."kind" = 'loanRenewed' or "messages"."kind" = 'loanRestructured' or "messages"."kind" = 'loanCompensated' or "messages"."kind" = 'loanSettled' or "messages"."kind" = 'loanWrittenOff' or "messages"."kind" = 'compensationClaimed' or "messages"."kind" = 'compensationPaid' or "messages"."kind" = 'recoveryRecorded' or "messages"."kind" = 'schemeSuspended' or "messages"."kind" = 'schemeResumed' or "messages"."kind" = 'collateralStated' or "messages"."kind" = 'collateralAppraised' or "messages"."kind" = 'collateralAgreed' or "messages"."kind" = 'pledgeRegistered' or "messages"."kind" = 'collateralReleased' or "messages"."kind" = 'drawdownRequested' or "messages"."kind" = 'drawdownPaid' or "messages"."kind" = 'drawdownDeclined' or "messages"."kind" = 'lineFrozen' or "messages"."kind" = 'lineReleased' or "messages"."kind" = 'lineClosed' or "messages"."kind" = 'lineConditionsMet' or "messages"."kind" = 'consentGranted' or "messages"."kind" = 'consentRevoked' or "messages"."kind" = 'consentRequested' or "messages"."kind" = 'consentRequestWithdrawn' or "messages"."kind" = 'consentRequestRefused' or "messages"."kind" = 'objectionRaised' or "messages"."kind" = 'objectionWithdrawn' or "messages"."kind" = 'objectionAnswered' or "messages"."kind" = 'recordCorrected' or "messages"."kind" = 'productSubmitted' or "messages"."kind" = 'productReturned' or "messages"."kind" = 'productPublished' or "messages"."kind" = 'productSuspended' or "messages"."kind" = 'productResumed' or "messages"."kind" = 'productWithdrawn' or "messages"."kind" = 'appliedProductSuspended' or "messages"."kind" = 'appliedProductResumed' or "messages"."kind" = 'appliedProductWithdrawn' or "messages"."kind" = 'matchesChanged' or "messages"."kind" = 'verdictReviewRequested' or "messages"."kind" = 'verdictReviewWithdrawn' or "messages"."kind" = 'verdictReviewAnswered' or "messages"."kind" = 'warningRaised' or "messages"."kind" = 'webhookTested'),
	CONSTRAINT "messages_audience_known" CHECK ("messages"."audience" = 'everyone' or "messages"."audience" = 'administrators')
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"topics" jsonb NOT NULL,
	"secret" text NOT NULL,
	"state" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "webhooks_state_known" CHECK ("webhooks"."state" = 'active' or "webhooks"."state" = 'paused' or "webhooks"."state" = 'removed')
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
CREATE TABLE "support_policies" (
	"id" text PRIMARY KEY NOT NULL,
	"department_id" text NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"rate_bps" integer NOT NULL,
	"benchmark_bps" integer,
	"months_max" integer,
	"cap_fen" bigint,
	"payout" text NOT NULL,
	"region_code" text,
	"securities" jsonb NOT NULL,
	"categories" jsonb NOT NULL,
	"loan_fen_max" bigint,
	"other_conditions" text,
	"valid_from" date NOT NULL,
	"valid_until" date,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "support_policies_kind" CHECK ("support_policies"."kind" = 'interestShare' or "support_policies"."kind" = 'interestPoints' or "support_policies"."kind" = 'feeShare'),
	CONSTRAINT "support_policies_payout" CHECK ("support_policies"."payout" = 'withInstalments' or "support_policies"."payout" = 'yearly' or "support_policies"."payout" = 'atMaturity'),
	CONSTRAINT "support_policies_rate" CHECK ("support_policies"."rate_bps" > 0 and "support_policies"."rate_bps" <= 10000)
);
--> statement-breakpoint
CREATE TABLE "lpr_quotes" (
	"id" text PRIMARY KEY NOT NULL,
	"published_on" date NOT NULL,
	"tenor" text NOT NULL,
	"rate_bps" integer NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "lpr_quotes_tenor_known" CHECK ("lpr_quotes"."tenor" = '1Y' or "lpr_quotes"."tenor" = '5Y'),
	CONSTRAINT "lpr_quotes_rate" CHECK ("lpr_quotes"."rate_bps" between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "product_traits" (
	"version_id" text NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "product_traits_version_id_kind_code_pk" PRIMARY KEY("version_id","kind","code"),
	CONSTRAINT "product_traits_kind_known" CHECK ("product_traits"."kind" = 'label' or "product_traits"."kind" = 'security' or "product_traits"."kind" = 'repaymentMethod' or "product_traits"."kind" = 'region')
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
	CONSTRAINT "product_versions_category_known" CHECK ("product_versions"."category" = 'general' or "product_versions"."category" = 'tax' or "product_versions"."category" = 'invoice' or "product_versions"."category" = 'ipPledge' or "product_versions"."category" = 'realEstate' or "product_versions"."category" = 'power' or "product_versions"."category" = 'agriculture' or "product_versions"."category" = 'export' or "product_versions"."category" = 'order' or "product_versions"."category" = 'supplyChain' or "product_versions"."category" = 'green' or "product_versions"."category" = 'sciTech' or "product_versions"."category" = 'startUp' or "product_versions"."category" = 'payroll' or "product_versions"."category" = 'guarantee' or "product_versions"."category" = 'insurance'),
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
	CONSTRAINT "products_kind_known" CHECK ("products"."kind" = 'loan' or "products"."kind" = 'insurance'),
	CONSTRAINT "products_listing_known" CHECK ("products"."listing" = 'unlisted' or "products"."listing" = 'published' or "products"."listing" = 'suspended' or "products"."listing" = 'withdrawn'),
	CONSTRAINT "products_revision_known" CHECK ("products"."revision" = 'none' or "products"."revision" = 'draft' or "products"."revision" = 'inReview' or "products"."revision" = 'closed'),
	CONSTRAINT "products_drafted_by_known" CHECK ("products"."drafted_by" = 'institution' or "products"."drafted_by" = 'operator'),
	CONSTRAINT "products_suspended_by_known" CHECK ("products"."suspended_by" = 'institution' or "products"."suspended_by" = 'operator'),
	CONSTRAINT "products_has_version" CHECK ("products"."current_version_id" is not null or "products"."draft_version_id" is not null),
	CONSTRAINT "products_published_has_current" CHECK ("products"."listing" <> 'published' or "products"."current_version_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "scheduled_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"task" text NOT NULL,
	"state" text NOT NULL,
	"occasion" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"holder" text,
	"lease_until" timestamp (3) with time zone,
	"moved" integer,
	CONSTRAINT "scheduled_runs_task_known" CHECK ("scheduled_runs"."task" = 'remindOfLimits' or "scheduled_runs"."task" = 'escalateOverdue' or "scheduled_runs"."task" = 'releaseSilent' or "scheduled_runs"."task" = 'closeUnanswered' or "scheduled_runs"."task" = 'expireOffers' or "scheduled_runs"."task" = 'repriceLoans' or "scheduled_runs"."task" = 'reviewLoans' or "scheduled_runs"."task" = 'remindOfFeedback' or "scheduled_runs"."task" = 'closeAuctions' or "scheduled_runs"."task" = 'passOn' or "scheduled_runs"."task" = 'expireDemands' or "scheduled_runs"."task" = 'deleteExpired' or "scheduled_runs"."task" = 'watchLoans'),
	CONSTRAINT "scheduled_runs_state_known" CHECK ("scheduled_runs"."state" = 'waiting' or "scheduled_runs"."state" = 'running' or "scheduled_runs"."state" = 'finished' or "scheduled_runs"."state" = 'failed'),
	CONSTRAINT "scheduled_runs_held" CHECK (("scheduled_runs"."state" = 'running') = ("scheduled_runs"."lease_until" is not null))
);
--> statement-breakpoint
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_consent_id_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mass_reads" ADD CONSTRAINT "mass_reads_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_recipient_id_organisations_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_consent_id_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_recipient_id_organisations_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_signed_by_users_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "data_objections" ADD CONSTRAINT "data_objections_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "data_objections" ADD CONSTRAINT "data_objections_record_seq_credit_records_seq_fk" FOREIGN KEY ("record_seq") REFERENCES "public"."credit_records"("seq") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "data_objections" ADD CONSTRAINT "data_objections_raised_by_users_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "data_objections" ADD CONSTRAINT "data_objections_answered_by_organisations_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
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
ALTER TABLE "collaterals" ADD CONSTRAINT "collaterals_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "compensation_parts" ADD CONSTRAINT "compensation_parts_compensation_id_compensations_id_fk" FOREIGN KEY ("compensation_id") REFERENCES "public"."compensations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "compensation_parts" ADD CONSTRAINT "compensation_parts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "compensation_parts" ADD CONSTRAINT "compensation_parts_pool_id_compensation_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."compensation_pools"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "compensations" ADD CONSTRAINT "compensations_guarantee_id_guarantees_id_fk" FOREIGN KEY ("guarantee_id") REFERENCES "public"."guarantees"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "compensations" ADD CONSTRAINT "compensations_transaction_id_matched_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."matched_transactions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_compensation_id_compensations_id_fk" FOREIGN KEY ("compensation_id") REFERENCES "public"."compensations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "recovery_shares" ADD CONSTRAINT "recovery_shares_recovery_id_recoveries_id_fk" FOREIGN KEY ("recovery_id") REFERENCES "public"."recoveries"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_id_applications_id_fk" FOREIGN KEY ("id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "counter_offers" ADD CONSTRAINT "counter_offers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "counter_offers" ADD CONSTRAINT "counter_offers_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "loan_class_changes" ADD CONSTRAINT "loan_class_changes_transaction_id_matched_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."matched_transactions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "loan_revisions" ADD CONSTRAINT "loan_revisions_transaction_id_matched_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."matched_transactions"("id") ON DELETE no action ON UPDATE no action;
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
ALTER TABLE "matched_transactions" ADD CONSTRAINT "matched_transactions_renewed_by_id_matched_transactions_id_fk" FOREIGN KEY ("renewed_by_id") REFERENCES "public"."matched_transactions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "repayments" ADD CONSTRAINT "repayments_transaction_id_matched_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."matched_transactions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "transaction_labels" ADD CONSTRAINT "transaction_labels_transaction_id_matched_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."matched_transactions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "financing_demands" ADD CONSTRAINT "financing_demands_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "financing_demands" ADD CONSTRAINT "financing_demands_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "guarantee_decisions" ADD CONSTRAINT "guarantee_decisions_guarantee_id_guarantees_id_fk" FOREIGN KEY ("guarantee_id") REFERENCES "public"."guarantees"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "guarantee_decisions" ADD CONSTRAINT "guarantee_decisions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "guarantees" ADD CONSTRAINT "guarantees_id_applications_id_fk" FOREIGN KEY ("id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "guarantees" ADD CONSTRAINT "guarantees_scheme_id_risk_sharing_schemes_id_fk" FOREIGN KEY ("scheme_id") REFERENCES "public"."risk_sharing_schemes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "guarantees" ADD CONSTRAINT "guarantees_terms_id_scheme_terms_id_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."scheme_terms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "guarantees" ADD CONSTRAINT "guarantees_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "guarantees" ADD CONSTRAINT "guarantees_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "guarantees" ADD CONSTRAINT "guarantees_institution_id_organisations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "indications" ADD CONSTRAINT "indications_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "credit_lines" ADD CONSTRAINT "credit_lines_id_applications_id_fk" FOREIGN KEY ("id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "credit_lines" ADD CONSTRAINT "credit_lines_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "credit_lines" ADD CONSTRAINT "credit_lines_institution_id_organisations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "drawdowns" ADD CONSTRAINT "drawdowns_line_id_credit_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "public"."credit_lines"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "drawdowns" ADD CONSTRAINT "drawdowns_transaction_id_matched_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."matched_transactions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_scheme_terms_id_scheme_terms_id_fk" FOREIGN KEY ("scheme_terms_id") REFERENCES "public"."scheme_terms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "compensation_pools" ADD CONSTRAINT "compensation_pools_holder_id_organisations_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "guarantor_capitals" ADD CONSTRAINT "guarantor_capitals_guarantor_id_organisations_id_fk" FOREIGN KEY ("guarantor_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pool_entries" ADD CONSTRAINT "pool_entries_pool_id_compensation_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."compensation_pools"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "risk_sharing_schemes" ADD CONSTRAINT "risk_sharing_schemes_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "scheme_parties" ADD CONSTRAINT "scheme_parties_terms_id_scheme_terms_id_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."scheme_terms"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "scheme_parties" ADD CONSTRAINT "scheme_parties_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "scheme_parties" ADD CONSTRAINT "scheme_parties_pool_id_compensation_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."compensation_pools"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "scheme_terms" ADD CONSTRAINT "scheme_terms_scheme_id_risk_sharing_schemes_id_fk" FOREIGN KEY ("scheme_id") REFERENCES "public"."risk_sharing_schemes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "scheme_terms" ADD CONSTRAINT "scheme_terms_first_loss_pool_id_compensation_pools_id_fk" FOREIGN KEY ("first_loss_pool_id") REFERENCES "public"."compensation_pools"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "signing_limits" ADD CONSTRAINT "signing_limits_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "verdict_reviews" ADD CONSTRAINT "verdict_reviews_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "verdict_reviews" ADD CONSTRAINT "verdict_reviews_institution_id_organisations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "verdict_reviews" ADD CONSTRAINT "verdict_reviews_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "verdict_reviews" ADD CONSTRAINT "verdict_reviews_product_version_id_product_versions_id_fk" FOREIGN KEY ("product_version_id") REFERENCES "public"."product_versions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "verdict_reviews" ADD CONSTRAINT "verdict_reviews_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "verdict_reviews" ADD CONSTRAINT "verdict_reviews_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "early_warnings" ADD CONSTRAINT "early_warnings_institution_id_organisations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "early_warnings" ADD CONSTRAINT "early_warnings_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "white_list_banks" ADD CONSTRAINT "white_list_banks_list_id_white_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."white_lists"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "white_list_banks" ADD CONSTRAINT "white_list_banks_institution_id_organisations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "white_list_contacts" ADD CONSTRAINT "white_list_contacts_entry_id_white_list_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."white_list_entries"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "white_list_contacts" ADD CONSTRAINT "white_list_contacts_institution_id_organisations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "white_list_contacts" ADD CONSTRAINT "white_list_contacts_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "white_list_entries" ADD CONSTRAINT "white_list_entries_list_id_white_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."white_lists"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "white_list_entries" ADD CONSTRAINT "white_list_entries_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "white_lists" ADD CONSTRAINT "white_lists_department_id_organisations_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "white_lists" ADD CONSTRAINT "white_lists_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "command_keys" ADD CONSTRAINT "command_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
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
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "email_subscriptions" ADD CONSTRAINT "email_subscriptions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "email_subscriptions" ADD CONSTRAINT "email_subscriptions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_recipient_id_organisations_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "insurance_contracts" ADD CONSTRAINT "insurance_contracts_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "insurance_contracts" ADD CONSTRAINT "insurance_contracts_insurer_id_organisations_id_fk" FOREIGN KEY ("insurer_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "insurance_contracts" ADD CONSTRAINT "insurance_contracts_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "institution_reports" ADD CONSTRAINT "institution_reports_institution_id_organisations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "support_policies" ADD CONSTRAINT "support_policies_department_id_organisations_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "support_policies" ADD CONSTRAINT "support_policies_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
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
CREATE UNIQUE INDEX "consent_requests_open" ON "consent_requests" USING btree ("open_for");
--> statement-breakpoint
CREATE INDEX "consent_requests_enterprise" ON "consent_requests" USING btree ("enterprise_id","state");
--> statement-breakpoint
CREATE INDEX "consent_requests_recipient" ON "consent_requests" USING btree ("recipient_id","enterprise_id");
--> statement-breakpoint
CREATE INDEX "consents_enterprise" ON "consents" USING btree ("enterprise_id","status");
--> statement-breakpoint
CREATE INDEX "consents_recipient" ON "consents" USING btree ("recipient_id","enterprise_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_natural_key" ON "invoices" USING btree ("enterprise_id","issued_on","direction","number","counterparty","total_fen","amount_fen","tax_fen","occurrence");
--> statement-breakpoint
CREATE UNIQUE INDEX "data_objections_open" ON "data_objections" USING btree ("open_record_seq");
--> statement-breakpoint
CREATE INDEX "data_objections_enterprise" ON "data_objections" USING btree ("enterprise_id","state");
--> statement-breakpoint
CREATE INDEX "data_objections_due" ON "data_objections" USING btree ("state","due_on");
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
CREATE INDEX "applications_enterprise" ON "applications" USING btree ("enterprise_id","state");
--> statement-breakpoint
CREATE INDEX "collaterals_application" ON "collaterals" USING btree ("application_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "compensations_guarantee" ON "compensations" USING btree ("guarantee_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "compensations_transaction" ON "compensations" USING btree ("transaction_id");
--> statement-breakpoint
CREATE INDEX "recoveries_compensation" ON "recoveries" USING btree ("compensation_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "corrections_number" ON "corrections" USING btree ("application_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "counter_offers_round" ON "counter_offers" USING btree ("application_id","round");
--> statement-breakpoint
CREATE INDEX "counter_offers_offer" ON "counter_offers" USING btree ("offer_id");
--> statement-breakpoint
CREATE INDEX "loan_class_changes_loan" ON "loan_class_changes" USING btree ("transaction_id","recorded_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "loan_revisions_day" ON "loan_revisions" USING btree ("transaction_id","from_day","kind");
--> statement-breakpoint
CREATE INDEX "matched_transactions_application" ON "matched_transactions" USING btree ("application_id");
--> statement-breakpoint
CREATE INDEX "matched_transactions_month" ON "matched_transactions" USING btree ("month");
--> statement-breakpoint
CREATE INDEX "matched_transactions_enterprise" ON "matched_transactions" USING btree ("enterprise_id","disbursed_on");
--> statement-breakpoint
CREATE INDEX "matched_transactions_institution" ON "matched_transactions" USING btree ("institution_id","disbursed_on");
--> statement-breakpoint
CREATE INDEX "matched_transactions_renewed_by" ON "matched_transactions" USING btree ("renewed_by_id");
--> statement-breakpoint
CREATE INDEX "matched_transactions_state" ON "matched_transactions" USING btree ("state");
--> statement-breakpoint
CREATE INDEX "repayments_transaction" ON "repayments" USING btree ("transaction_id","paid_on");
--> statement-breakpoint
CREATE UNIQUE INDEX "repayments_reference" ON "repayments" USING btree ("transaction_id","reference");
--> statement-breakpoint
CREATE INDEX "transaction_labels_label" ON "transaction_labels" USING btree ("label");
--> statement-breakpoint
CREATE UNIQUE INDEX "financing_demands_key" ON "financing_demands" USING btree ("enterprise_id","idempotency_key");
--> statement-breakpoint
CREATE INDEX "financing_demands_enterprise" ON "financing_demands" USING btree ("enterprise_id","created_at");
--> statement-breakpoint
CREATE INDEX "financing_demands_market" ON "financing_demands" USING btree ("route","state");
--> statement-breakpoint
CREATE UNIQUE INDEX "escalations_once" ON "escalations" USING btree ("application_id","organisation_id","state","due_on");
--> statement-breakpoint
CREATE INDEX "escalations_newest" ON "escalations" USING btree ("escalated_at");
--> statement-breakpoint
CREATE INDEX "guarantee_decisions_organisation" ON "guarantee_decisions" USING btree ("organisation_id","state");
--> statement-breakpoint
CREATE INDEX "guarantees_scheme" ON "guarantees" USING btree ("scheme_id");
--> statement-breakpoint
CREATE INDEX "guarantees_institution" ON "guarantees" USING btree ("institution_id");
--> statement-breakpoint
CREATE INDEX "indications_application" ON "indications" USING btree ("application_id");
--> statement-breakpoint
CREATE INDEX "credit_lines_enterprise" ON "credit_lines" USING btree ("enterprise_id");
--> statement-breakpoint
CREATE INDEX "credit_lines_institution" ON "credit_lines" USING btree ("institution_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "drawdowns_number" ON "drawdowns" USING btree ("line_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "drawdowns_transaction" ON "drawdowns" USING btree ("transaction_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "offers_number" ON "offers" USING btree ("application_id","number");
--> statement-breakpoint
CREATE INDEX "guarantor_capitals_guarantor" ON "guarantor_capitals" USING btree ("guarantor_id","as_of");
--> statement-breakpoint
CREATE UNIQUE INDEX "pool_entries_number" ON "pool_entries" USING btree ("pool_id","number");
--> statement-breakpoint
CREATE INDEX "scheme_parties_organisation" ON "scheme_parties" USING btree ("organisation_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "scheme_terms_number" ON "scheme_terms" USING btree ("scheme_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "verdict_reviews_open" ON "verdict_reviews" USING btree ("open_key");
--> statement-breakpoint
CREATE INDEX "verdict_reviews_enterprise" ON "verdict_reviews" USING btree ("enterprise_id","product_id");
--> statement-breakpoint
CREATE INDEX "verdict_reviews_institution" ON "verdict_reviews" USING btree ("institution_id","state","due_on");
--> statement-breakpoint
CREATE UNIQUE INDEX "early_warnings_event" ON "early_warnings" USING btree ("institution_id","enterprise_id","rule","key");
--> statement-breakpoint
CREATE INDEX "early_warnings_institution" ON "early_warnings" USING btree ("institution_id","state");
--> statement-breakpoint
CREATE INDEX "white_list_banks_institution" ON "white_list_banks" USING btree ("institution_id");
--> statement-breakpoint
CREATE INDEX "white_list_contacts_entry" ON "white_list_contacts" USING btree ("entry_id","institution_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "white_list_entries_firm" ON "white_list_entries" USING btree ("list_id","enterprise_id");
--> statement-breakpoint
CREATE INDEX "white_list_entries_enterprise" ON "white_list_entries" USING btree ("enterprise_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "white_lists_name" ON "white_lists" USING btree ("department_id","name");
--> statement-breakpoint
CREATE INDEX "command_keys_age" ON "command_keys" USING btree ("user_id","created_at");
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
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" USING btree ("message_id","channel","target");
--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("state","next_attempt_at");
--> statement-breakpoint
CREATE INDEX "deliveries_target" ON "deliveries" USING btree ("target","created_at");
--> statement-breakpoint
CREATE INDEX "deliveries_organisation" ON "deliveries" USING btree ("organisation_id","created_at");
--> statement-breakpoint
CREATE INDEX "email_subscriptions_organisation" ON "email_subscriptions" USING btree ("organisation_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("recipient_id","kind","occasion");
--> statement-breakpoint
CREATE INDEX "messages_unread" ON "messages" USING btree ("recipient_id","read_at");
--> statement-breakpoint
CREATE INDEX "messages_newest" ON "messages" USING btree ("recipient_id","created_at");
--> statement-breakpoint
CREATE INDEX "webhooks_organisation" ON "webhooks" USING btree ("organisation_id","state");
--> statement-breakpoint
CREATE UNIQUE INDEX "insurance_contracts_number" ON "insurance_contracts" USING btree ("insurer_id","number");
--> statement-breakpoint
CREATE INDEX "insurance_contracts_product" ON "insurance_contracts" USING btree ("product_id","starts_on");
--> statement-breakpoint
CREATE UNIQUE INDEX "institution_reports_month" ON "institution_reports" USING btree ("institution_id","month");
--> statement-breakpoint
CREATE INDEX "institution_reports_by_month" ON "institution_reports" USING btree ("month");
--> statement-breakpoint
CREATE INDEX "support_policies_department" ON "support_policies" USING btree ("department_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "lpr_quotes_day_tenor" ON "lpr_quotes" USING btree ("published_on","tenor");
--> statement-breakpoint
CREATE UNIQUE INDEX "product_versions_number" ON "product_versions" USING btree ("product_id","number");
--> statement-breakpoint
CREATE UNIQUE INDEX "products_code" ON "products" USING btree ("institution_id","code");
--> statement-breakpoint
CREATE INDEX "products_listing" ON "products" USING btree ("listing","revision");
--> statement-breakpoint
CREATE UNIQUE INDEX "scheduled_runs_occasion" ON "scheduled_runs" USING btree ("occasion");
--> statement-breakpoint
CREATE INDEX "scheduled_runs_newest" ON "scheduled_runs" USING btree ("created_at");
--> statement-breakpoint
CREATE INDEX "scheduled_runs_open" ON "scheduled_runs" USING btree ("state");
