import type { Generated } from "kysely";

export type VorgaengeTables = {
  "vorgaenge.vorgang": {
    tenant_id: Generated<string>;
    id: string;
    submission_id: string;
    reference: string;
    leistung_slug: string;
    leistung_title: string;
    received_at: Date;
    state: string;
    state_since: Date;
    last_position: number;
  };
  "vorgaenge.event": {
    tenant_id: Generated<string>;
    vorgang_id: string;
    position: number;
    kind: string;
    outcome: string | null;
    at: Date;
    actor_kind: string;
    actor_id: string;
    note: Buffer | null;
  };
  "vorgaenge.read_mark": {
    tenant_id: Generated<string>;
    staff_id: string;
    vorgang_id: string;
    position: number;
  };
};
