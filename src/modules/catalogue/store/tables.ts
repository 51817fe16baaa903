// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated, GeneratedAlways } from "kysely";

export type CatalogueTables = {
  "catalogue.above_choice": {
    tenant_id: Generated<string>;
    above_tenant_id: string;
    slug: string;
    leika_key: string | null;
    is_hidden: boolean;
    chosen_at: Date;
    chosen_by: string;
  };
  "catalogue.approval": {
    tenant_id: Generated<string>;
    leistung_id: string;
    id: string;
    content: unknown;
    base_version: number;
    draft_revision: number | null;
    authors: string[];
    publish_at: Date | null;
    note: string;
    requested_at: Date;
    requested_by: string;
    returned_at: Date | null;
    returned_by: string | null;
    reason: string | null;
  };
  "catalogue.demand": {
    tenant_id: Generated<string>;
    leistung_id: string;
    weight: number;
    weighed_at: Date;
  };
  "catalogue.draft": {
    tenant_id: Generated<string>;
    leistung_id: string;
    base_version: number;
    revision: number;
    typed: unknown;
    saved_at: Date;
    saved_by: string;
    authors: Generated<string[]>;
  };
  "catalogue.draft_change": {
    tenant_id: Generated<string>;
    leistung_id: string;
    field: string;
    revision: number;
    before: string;
  };
  "catalogue.editing_rule": {
    tenant_id: Generated<string>;
    review_months: number | null;
    changed_at: Date;
    changed_by: string;
    needs_approval: Generated<boolean>;
  };
  "catalogue.feedback_count": {
    tenant_id: Generated<string>;
    leistung_id: string;
    month: Date;
    helped: Generated<number>;
    did_not_help: Generated<number>;
  };
  "catalogue.feedback_remark": {
    tenant_id: Generated<string>;
    id: string;
    leistung_id: string;
    has_helped: boolean;
    remark: string;
    said_on: Date;
  };
  "catalogue.former_address": {
    tenant_id: Generated<string>;
    slug: string;
    leistung_id: string;
    title: string;
    leika_key: string | null;
    life_situation: string;
    is_told: boolean;
    gone_at: Date;
  };
  "catalogue.former_page": {
    tenant_id: Generated<string>;
    kind: "provider" | "topic";
    address: string;
    name: string | null;
    leads_to: string | null;
    gone_at: Date;
  };
  "catalogue.inherited": {
    tenant_id: Generated<string>;
    leistung_id: string;
    source: string;
    source_key: string;
    content: unknown;
    overridden: Generated<unknown>;
    taken_at: Date;
    changed_above: Generated<number>;
    seen: Generated<unknown>;
    hidden_with_above: Generated<boolean>;
    is_online_above: Generated<boolean>;
  };
  "catalogue.leistung": {
    tenant_id: Generated<string>;
    id: string;
    slug: string;
    leika_key: string | null;
    title: string;
    initial: string;
    teaser: string;
    life_situation: string;
    content: unknown;
    fee_cents: number | null;
    processing_working_days: number | null;
    assurance_level: "none" | "low" | "substantial" | "high";
    online_maturity: number;
    form_key: string | null;
    office_slug: string;
    keywords: Generated<string[]>;
    featured_position: number | null;
    updated_at: Date;
    is_hidden: Generated<boolean>;
    valid_from: Generated<Date>;
    valid_until: Generated<Date>;
    title_en: GeneratedAlways<string | null>;
    teaser_en: GeneratedAlways<string | null>;
    visibility_changed_at: Date | null;
  };
  "catalogue.leistung_situation": {
    tenant_id: Generated<string>;
    situation_key: string;
    leistung_id: string;
  };
  "catalogue.leistung_version": {
    tenant_id: Generated<string>;
    leistung_id: string;
    version: number;
    content: unknown;
    hash: string;
    published_at: Date;
    published_by: string | null;
    authors: Generated<string[]>;
    approved_by: string | null;
  };
  "catalogue.notice": {
    tenant_id: Generated<string>;
    id: string;
    kind: "info" | "warning";
    title: string;
    body: string;
    visible_from: Date;
    visible_until: Date | null;
    title_en: string | null;
    body_en: string | null;
    shown_on: Generated<"home" | "leistungen" | "account" | "everywhere">;
    in_communes: Generated<boolean>;
  };
  "catalogue.plan": {
    tenant_id: Generated<string>;
    leistung_id: string;
    id: string;
    content: unknown;
    base_version: number;
    publish_at: Date;
    planned_at: Date;
    planned_by: string;
    authors: Generated<string[]>;
    approved_by: string | null;
  };
  "catalogue.provided": {
    tenant_id: Generated<string>;
    leistung_id: string;
    provider_slug: string;
  };
  "catalogue.provider": {
    tenant_id: Generated<string>;
    slug: string;
    kind: "company" | "land" | "federation";
    name: string;
    tasks: string;
    website: string | null;
    phone: string | null;
    email: string | null;
    position: number;
  };
  "catalogue.review": {
    tenant_id: Generated<string>;
    leistung_id: string;
    due_on: Date;
    counted_from: Date | null;
    told_on: Date | null;
  };
  "catalogue.review_check": {
    tenant_id: Generated<string>;
    leistung_id: string;
    id: string;
    version: number;
    checked_at: Date;
    checked_by: string;
  };
  "catalogue.review_summary": {
    tenant_id: Generated<string>;
    made_on: Date;
  };
  "catalogue.search_entry": {
    tenant_id: Generated<string>;
    stem: string;
    leistung_id: string;
    weight: number;
  };
  "catalogue.search_gap": {
    tenant_id: Generated<string>;
    words_hash: string;
    words: string | null;
    occasions: number;
    last_at: Date;
  };
  "catalogue.search_trigram": {
    tenant_id: Generated<string>;
    trigram: string;
    stem: string;
  };
  "catalogue.situation": {
    tenant_id: Generated<string>;
    key: string;
    parent_key: string | null;
    audience: "citizen" | "business" | null;
    address: string | null;
    names: unknown;
    position: number | null;
    is_hidden: boolean | null;
  };
  "catalogue.successor": {
    tenant_id: Generated<string>;
    slug: string;
    leads_to: string;
    chosen_at: Date;
    chosen_by: string;
  };
  "catalogue.synonym": {
    tenant_id: Generated<string>;
    stem: string;
    meaning_stem: string;
    word: string | null;
    meaning: string | null;
  };
};
