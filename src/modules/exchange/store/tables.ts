// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type ExchangeTables = {
  "exchange.directory_area": {
    tenant_id: Generated<string>;
    source: string;
    kind: string;
    key: string;
    leistung_key: string;
    area: string;
  };
  "exchange.directory_entry": {
    tenant_id: Generated<string>;
    source: string;
    kind:
      | "leistung"
      | "specialisation"
      | "organisation"
      | "online-service"
      | "zustaendigkeit";
    key: string;
    content: unknown;
  };
  "exchange.feed": {
    tenant_id: Generated<string>;
    source: string;
    url: string;
    mode: "whole" | "delta";
    every_hours: number;
    etag: string | null;
    last_modified: string | null;
    last_file: string | null;
    next_at: Date;
    asked_at: Date | null;
    outcome: string | null;
    detail: string | null;
  };
  "exchange.import_record": {
    tenant_id: Generated<string>;
    run_id: string;
    position: number;
    kind: string;
    key: string;
    content: unknown;
    areas: Generated<unknown>;
  };
  "exchange.import_run": {
    tenant_id: Generated<string>;
    id: string;
    source: string;
    fingerprint: string;
    state: "reading" | "applied" | "refused";
    report: Generated<unknown>;
    started_at: Date;
    ended_at: Date | null;
  };
};
