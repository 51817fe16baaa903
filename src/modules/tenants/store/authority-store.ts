import type { Selectable } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { describeOpeningTimes } from "../domain/opening-times.ts";
import type { AuthorityKind, Portal } from "../domain/portal.ts";
import { contactSchema, type StoredContact } from "./contact-schema.ts";
import type { TenantsTables } from "./tables.ts";

type AuthorityRow = Selectable<TenantsTables["tenants.authority"]>;

/** Columns of which a `Portal` is made. */
export const portalColumns = [
  "authority.id",
  "authority.parent_id",
  "authority.kind",
  "authority.ars",
  "authority.slug",
  "authority.host",
  "authority.name",
  "authority.short_name",
  "authority.accent_colour",
  "authority.crest_svg",
  "authority.contact",
] as const;

export type PortalRow = Pick<
  AuthorityRow,
  | "id"
  | "parent_id"
  | "kind"
  | "ars"
  | "slug"
  | "host"
  | "name"
  | "short_name"
  | "accent_colour"
  | "crest_svg"
  | "contact"
>;

/** Changes whenever a portal was added or changed. */
export async function findRevision(db: Db): Promise<string> {
  const { count, newest } = await db
    .$extendTables<TenantsTables>()
    .selectFrom("tenants.authority")
    .select(({ fn }) => [
      fn.countAll<string>().as("count"),
      fn.max<Date | null>("updated_at").as("newest"),
    ])
    .executeTakeFirstOrThrow();
  return `${count} ${String(newest?.getTime())}`;
}

/** Every authority that has a portal of its own, the installation first, then by name. */
export async function listPortals(db: Db): Promise<Portal[]> {
  const rows = await db
    .$extendTables<TenantsTables>()
    .selectFrom("tenants.authority as authority")
    .select(portalColumns)
    .where("host", "is not", null)
    .where("enabled", "=", true)
    .orderBy(({ eb }) => eb("host", "=", ""), "desc")
    .orderBy("short_name")
    .execute();
  return rows.map(portalOf);
}

/** One authority, with or without a portal; undefined when nobody has the id. */
export async function findAuthority(
  db: Db,
  tenantId: string,
): Promise<{ readonly kind: AuthorityKind } | undefined> {
  const row = await db
    .$extendTables<TenantsTables>()
    .selectFrom("tenants.authority")
    .select("kind")
    .where("id", "=", tenantId)
    .executeTakeFirst();
  return row && { kind: kindSchema.parse(row.kind) };
}

/** Which of the values that must be unique are taken. */
export async function listTaken(
  db: Db,
  {
    kind,
    host,
    slug,
    ars,
  }: { kind: AuthorityKind; host: string | null; slug: string; ars: string },
): Promise<("host" | "slug" | "ars")[]> {
  const rows = await db
    .$extendTables<TenantsTables>()
    .selectFrom("tenants.authority")
    .select(["host", "slug", "ars", "kind"])
    .where((expression) =>
      expression.or([
        expression("host", "=", host),
        expression("slug", "=", slug),
        expression("ars", "=", ars),
      ]),
    )
    .execute();
  const taken = {
    host: host !== null && rows.some((row) => row.host === host),
    slug: rows.some((row) => row.slug === slug),
    // A company has the key of its area, which is not its own.
    ars:
      kind !== "company" &&
      rows.some((row) => row.ars === ars && row.kind !== "company"),
  };
  return (["host", "ars", "slug"] as const).filter((name) => taken[name]);
}

export type AuthorityToSave = {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: AuthorityKind;
  readonly ars: string | null;
  readonly ags: string | null;
  readonly slug: string;
  /** Null without a portal of its own. */
  readonly host: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly accentColour: string;
  readonly crestSvg: string;
  readonly contact: StoredContact;
};

/** Writes an authority; one with the same id is replaced. */
export async function saveAuthority(
  db: Db,
  authority: AuthorityToSave,
): Promise<void> {
  const columns = {
    parent_id: authority.parentId,
    kind: authority.kind,
    ars: authority.ars,
    ags: authority.ags,
    slug: authority.slug,
    host: authority.host,
    name: authority.name,
    short_name: authority.shortName,
    accent_colour: authority.accentColour,
    crest_svg: authority.crestSvg,
    contact: JSON.stringify(contactSchema.parse(authority.contact)),
  };
  await db
    .$extendTables<TenantsTables>()
    .insertInto("tenants.authority")
    .values({ id: authority.id, ...columns })
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet(({ fn }) => ({ ...columns, updated_at: fn("now") })),
    )
    .execute();
}

const kindSchema: z.ZodType<AuthorityKind> = z.enum([
  "installation",
  "land",
  "kreis",
  "amt",
  "stadt",
  "gemeinde",
  "company",
]);

/** A row as the value that everybody sees. */
export function portalOf(row: PortalRow): Portal {
  const { openingTimes, website, ...contact } = contactSchema.parse(
    row.contact,
  );
  return {
    tenantId: row.id,
    slug: row.slug,
    name: row.name,
    shortName: row.short_name,
    kind: kindSchema.parse(row.kind),
    ars: row.ars ?? "",
    parentTenantId: row.parent_id,
    host: row.host ?? "",
    accentColour: row.accent_colour,
    crestSvg: row.crest_svg,
    contact: {
      ...contact,
      ...(website !== undefined && { website }),
      openingHours: describeOpeningTimes(openingTimes, "de"),
    },
  };
}

/** Whether the portal is there for anybody; running processes see it within seconds. */
export async function setEnabled(
  db: Db,
  tenantId: string,
  change: { readonly enabled: boolean; readonly at: Date },
): Promise<void> {
  await db
    .$extendTables<TenantsTables>()
    .updateTable("tenants.authority")
    .set({ enabled: change.enabled, updated_at: change.at })
    .where("id", "=", tenantId)
    .execute();
}

/** Id of the authority with this host label, closed ones included. */
export async function findAuthorityByHost(
  db: Db,
  host: string,
): Promise<{ readonly tenantId: string; readonly name: string } | undefined> {
  const row = await db
    .$extendTables<TenantsTables>()
    .selectFrom("tenants.authority")
    .select(["id as tenantId", "name"])
    .where("host", "=", host)
    .executeTakeFirst();
  return row;
}
