// The one place that says which module may know which. Keep it a DAG: scripts/boundaries.ts refuses cycles and anything not written here.
export const moduleDependencies = {
  tenants: [],
  audit: [],
  staff: ["tenants", "audit"],
  accounts: ["tenants", "audit"],
  federation: ["tenants", "audit", "accounts"],
  representation: ["tenants", "audit", "accounts"],
  catalogue: ["tenants"],
  maps: ["tenants"],
  forms: ["tenants", "audit"],
  submissions: ["tenants", "audit", "accounts", "catalogue", "forms"],
  postfach: ["tenants", "audit", "accounts"],
  vorgaenge: ["tenants", "audit", "staff", "forms", "submissions"],
  bescheide: ["tenants", "audit", "staff", "postfach", "vorgaenge"],
  operation: ["tenants", "audit"],
  delivery: ["tenants", "audit", "staff", "submissions"],
};
