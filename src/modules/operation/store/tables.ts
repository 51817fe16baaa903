// Written by `npm run schema:types` from the migrated database. Do not edit.

export type OperationTables = {
  "operation.day": {
    component: string;
    day: Date;
    up: number;
    disturbed: number;
    down: number;
  };
  "operation.fault": {
    step: Date;
    kind: string;
    count: number;
  };
  "operation.look": {
    component: string;
    minute: Date;
    state: "up" | "disturbed" | "down";
  };
  "operation.process": {
    id: string;
    serves_web: boolean;
    works_queue: boolean;
    version: string;
    started_at: Date;
    seen_at: Date;
  };
  "operation.sample": {
    taken_at: Date;
    figures: unknown;
  };
};
