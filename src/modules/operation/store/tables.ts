// Written by `npm run schema:types` from the migrated database. Do not edit.

export type OperationTables = {
  "operation.fault": {
    step: Date;
    kind: string;
    count: number;
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
