// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type VorgaengeTables = {
  "vorgaenge.arrival": {
    tenant_id: Generated<string>;
    id: string;
    vorgang_id: string;
    position: number;
    source: "handed-over" | "fit-connect";
    from_tenant_id: string | null;
    from_name: string;
    trail: string[];
    at: Date;
    is_call_back: Generated<boolean>;
    note: Buffer | null;
  };
  "vorgaenge.batch": {
    tenant_id: Generated<string>;
    id: string;
    staff_id: string;
    action: string;
    target: string;
    note: Buffer | null;
    created_at: Date;
    finished_at: Date | null;
  };
  "vorgaenge.batch_item": {
    tenant_id: Generated<string>;
    batch_id: string;
    place: number;
    vorgang_id: string;
    reference: string;
    expected_position: number;
    result: string | null;
  };
  "vorgaenge.clock_rule": {
    tenant_id: Generated<string>;
    leistung_slug: string;
    target_days: number | null;
    period_count: number | null;
    period_unit: "days" | "weeks" | "months" | null;
    legal_basis: string;
    approves_by_silence: boolean;
    on_question: "runs-on" | "stops" | "restarts";
    warning_days: number;
    land: string;
    changed_at: Date;
  };
  "vorgaenge.correction_request": {
    tenant_id: Generated<string>;
    id: string;
    vorgang_id: string;
    position: number;
    items: Buffer;
    answer_by: string | null;
    answered_position: number | null;
  };
  "vorgaenge.due_notice": {
    tenant_id: Generated<string>;
    staff_id: string;
    day: Date;
  };
  "vorgaenge.event": {
    tenant_id: Generated<string>;
    vorgang_id: string;
    position: number;
    kind:
      | "received"
      | "taken-into-work"
      | "question-asked"
      | "answered"
      | "decided"
      | "withdrawn"
      | "handed-over"
      | "returned"
      | "closed"
      | "reopened"
      | "note-to-applicant"
      | "note-from-applicant"
      | "assigned"
      | "unassigned"
      | "moved-to-team"
      | "period-stopped"
      | "period-continued"
      | "period-restarted"
      | "period-extended";
    outcome:
      | "granted"
      | "partly"
      | "refused"
      | "no-decision"
      | "granted-by-silence"
      | null;
    at: Date;
    actor_kind: "guest" | "citizen" | "staff" | "system";
    actor_id: string;
    note: Buffer | null;
    assignee_id: string | null;
    team_id: string | null;
    until_day: string | null;
  };
  "vorgaenge.hand_over": {
    tenant_id: Generated<string>;
    id: string;
    vorgang_id: string;
    position: number;
    to_tenant_id: string;
    to_name: string;
    at: Date;
    ended_at: Date | null;
  };
  "vorgaenge.internal_note": {
    tenant_id: Generated<string>;
    id: string;
    vorgang_id: string;
    author_id: string;
    at: Date;
    text: Buffer;
  };
  "vorgaenge.label": {
    tenant_id: Generated<string>;
    id: string;
    name: string;
    colour: "grey" | "blue" | "green" | "yellow" | "red" | "violet";
    created_at: Date;
  };
  "vorgaenge.link": {
    tenant_id: Generated<string>;
    from_id: string;
    to_id: string;
    kind: "belongs-to" | "follows" | "duplicate-of";
    created_at: Date;
  };
  "vorgaenge.opinion": {
    tenant_id: Generated<string>;
    id: string;
    vorgang_id: string;
    asked_tenant_id: string;
    asked_team_id: string | null;
    asked_staff_id: string | null;
    asked_by: string;
    asked_at: Date;
    due_day: Date;
    sections: number[];
    file_ids: string[];
    question: Buffer;
    answer: Buffer | null;
    answered_at: Date | null;
    withdrawn_at: Date | null;
  };
  "vorgaenge.opinion_file": {
    tenant_id: Generated<string>;
    file_id: string;
    opinion_id: string;
    position: number;
    filename: Buffer;
    media_type: string;
    size_bytes: number;
    sha256: string;
    scan: "clean" | "unscanned";
    added_at: Date;
  };
  "vorgaenge.opinion_request": {
    tenant_id: Generated<string>;
    id: string;
    from_tenant_id: string;
    team_id: string | null;
    staff_id: string | null;
    leistung_title: string;
    asked_at: Date;
    due_day: Date;
    ended_at: Date | null;
  };
  "vorgaenge.queue_layout": {
    tenant_id: Generated<string>;
    staff_id: string;
    columns: string[];
    has_shortcuts: boolean;
  };
  "vorgaenge.read_mark": {
    tenant_id: Generated<string>;
    staff_id: string;
    vorgang_id: string;
    position: number;
  };
  "vorgaenge.saved_view": {
    tenant_id: Generated<string>;
    id: string;
    owner_id: string;
    team_id: string | null;
    name: string;
    query: string;
    created_at: Date;
  };
  "vorgaenge.search_word": {
    tenant_id: Generated<string>;
    vorgang_id: string;
    word: string;
  };
  "vorgaenge.similar_period": {
    tenant_id: Generated<string>;
    leistung_slug: string;
    days: number;
  };
  "vorgaenge.staff_notice": {
    tenant_id: Generated<string>;
    staff_id: string;
    subject_id: string;
    vorgang_id: string;
    kind: "mentioned" | "opinion-given" | "withdrawn";
    at: Date;
    seen_at: Date | null;
  };
  "vorgaenge.state_name": {
    tenant_id: Generated<string>;
    leistung_slug: string;
    state:
      | "received"
      | "in-progress"
      | "question"
      | "decided"
      | "withdrawn"
      | "handed-over"
      | "closed";
    name: string;
    name_en: string | null;
  };
  "vorgaenge.usual_duration": {
    tenant_id: Generated<string>;
    leistung_slug: string;
    cases: number;
    fast_days: number;
    middle_days: number;
    slow_days: number;
    computed_at: Date;
  };
  "vorgaenge.vorgang": {
    tenant_id: Generated<string>;
    id: string;
    submission_id: string;
    reference: string;
    leistung_slug: string;
    leistung_title: string;
    received_at: Date;
    state:
      | "received"
      | "in-progress"
      | "question"
      | "decided"
      | "withdrawn"
      | "handed-over"
      | "closed";
    state_since: Date;
    last_position: number;
    assignee_id: string | null;
    team_id: string | null;
    search_version: Generated<number>;
    changed_at: Generated<Date>;
    due_on: string | null;
    handed_to: string | null;
    arrived_from: string | null;
  };
  "vorgaenge.vorgang_label": {
    tenant_id: Generated<string>;
    vorgang_id: string;
    label_id: string;
  };
};
