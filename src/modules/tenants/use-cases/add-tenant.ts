import { z } from "zod";
import { landOfKey } from "../../../platform/calendar/land.ts";
import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { isReadableAccent } from "../domain/accent-colour.ts";
import { isPlainCrest, shieldOf } from "../domain/crest.ts";
import {
  findAuthority,
  listTaken,
  saveAuthority,
} from "../store/authority-store.ts";
import { contactSchema } from "../store/contact-schema.ts";

const line = z.string().trim().min(1).max(120);

/** A label of a host name; `www` and names of the installation's own services stay free; `betrieb` is how commands name the installation. */
const hostLabel = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/)
  .refine(
    (label) => !["www", "api", "mail", "static", "betrieb"].includes(label),
  );

const newTenant = z
  .object({
    parentTenantId: z.uuid().nullable(),
    kind: z.enum([
      "installation",
      "land",
      "kreis",
      "amt",
      "stadt",
      "gemeinde",
      "company",
    ]),
    /** Empty for the installation; of a company that of the area it works in. */
    ars: z.string(),
    ags: z
      .string()
      .regex(/^(\d{2}|\d{5}|\d{8})$/)
      .nullable()
      .default(null),
    /** Null: known in the tree, without a portal of its own; empty: the bare host, for the installation only. */
    host: hostLabel.or(z.literal("")).nullable(),
    slug: hostLabel.optional(),
    name: line,
    shortName: line,
    accentColour: z.string().toLowerCase().refine(isReadableAccent),
    crestSvg: z.string().refine(isPlainCrest).optional(),
    contact: contactSchema,
  })
  .refine(({ kind, ars }) => isArsOf(kind, ars), { path: ["ars"] })
  .refine(
    ({ kind, parentTenantId }) => kind !== "company" || parentTenantId !== null,
    { path: ["parentTenantId"] },
  )
  .refine(({ kind, host }) => (kind === "installation") === (host === ""), {
    path: ["host"],
  });

export type NewTenant = z.input<typeof newTenant>;

export type AddTenantRefusal =
  | { readonly kind: "not-permitted" }
  /** `fields` are paths into the input, such as `contact.email`. */
  | { readonly kind: "invalid"; readonly fields: readonly string[] }
  | { readonly kind: "host-taken" }
  | { readonly kind: "ars-taken" }
  | { readonly kind: "slug-taken" }
  | { readonly kind: "parent-not-found" };

/** Takes an authority into the tree, with a portal of its own when it names a host; the installation itself gets the bare host. Only for the operator's commands (system). */
export async function addTenant(
  context: Context,
  input: NewTenant,
): Promise<Result<{ tenantId: string }, AddTenantRefusal>> {
  if (context.actor.kind !== "system") return refuse({ kind: "not-permitted" });
  const parsed = newTenant.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join("."));
    return refuse({ kind: "invalid", fields: [...new Set(fields)] });
  }
  const { parentTenantId, crestSvg, ...tenant } = parsed.data;
  const slug = tenant.slug ?? slugOf(tenant);
  if (slug === null) return refuse({ kind: "invalid", fields: ["slug"] });

  return context.transaction(async (db) => {
    const [taken] = await listTaken(db, { ...tenant, slug });
    if (taken) return refuse({ kind: `${taken}-taken` });
    if (parentTenantId !== null && !(await findAuthority(db, parentTenantId))) {
      return refuse({ kind: "parent-not-found" });
    }
    const tenantId = newId();
    await saveAuthority(db, {
      ...tenant,
      ars: tenant.ars || null,
      id: tenantId,
      parentId: parentTenantId,
      slug,
      crestSvg: crestSvg ?? shieldOf(tenant.accentColour),
    });
    return ok({ tenantId });
  });
}

const slugOf = ({ kind, host }: Pick<NewTenant, "kind" | "host">) =>
  kind === "installation" ? kind : host;

/** Land, Kreis and commune have 12 digits, an Amt has 9. @see Statistisches Bundesamt, Regionalschlüssel (ARS) */
function isArsOf(kind: string, ars: string): boolean {
  if (kind === "installation") return ars === "";
  if (landOfKey(ars) === undefined) return false;
  if (kind === "amt") return /^\d{9}$/.test(ars);
  if (kind === "land") return /^\d{2}0{10}$/.test(ars);
  if (kind === "kreis") return /^\d{5}0{7}$/.test(ars);
  if (kind === "company") return /^(\d{9}|\d{12})$/.test(ars);
  return /^\d{12}$/.test(ars);
}
