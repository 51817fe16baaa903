import type { TestDatabase } from "../../../platform/testing/test-database.ts";
import type { Authorities } from "../exchange-ports.ts";
import type { Authority as Office } from "./authority.ts";

/** The installation as these authorities know it. */
export function neighbours(
  database: TestDatabase,
  offices: Readonly<Record<string, Office>>,
): Authorities {
  const all = Object.entries(offices).map(([name, { office }]) => ({
    tenantId: office.tenantId,
    name,
    ars: "130760000000",
    baseUrl: `http://${name.toLowerCase()}.localhost:8080`,
    email: `post@${name.toLowerCase()}.example`,
    phone: "0385 545-0",
    place: `19053 ${name}`,
  }));
  return {
    search: (words) =>
      Promise.resolve(
        all.filter(({ name }) => words !== "" && name.startsWith(words)),
      ),
    suggest: ({ tenantId }) =>
      Promise.resolve(all.filter((it) => it.tenantId !== tenantId).slice(0, 1)),
    find: (tenantId) =>
      Promise.resolve(all.find((it) => it.tenantId === tenantId)),
    contextIn: ({ actor, now, locale }, tenantId) =>
      database.contextFor({ tenantId, actor, now, locale }),
  };
}
