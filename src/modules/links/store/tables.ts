// Written by `npm run schema:types` from the migrated database. Do not edit.
import type { Generated } from "kysely";

export type LinksTables = {
  "links.link": {
    tenant_id: Generated<string>;
    url: string;
    state: Generated<
      "unchecked" | "fine" | "moved" | "failing" | "broken" | "gone" | "skipped"
    >;
    detail: string | null;
    moved_to: string | null;
    since: Date | null;
    checked_at: Date | null;
    next_at: Date;
    told_at: Date | null;
  };
  "links.run": {
    tenant_id: Generated<string>;
    collected_at: Date | null;
    told_at: Date | null;
  };
  "links.use": {
    tenant_id: Generated<string>;
    url: string;
    kind: "leistung" | "provider" | "notice";
    place_id: string;
    title: string;
    seen_at: Date;
  };
};
