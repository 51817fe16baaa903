import type { Context } from "../../../platform/context/context.ts";
import { findLeistungBySlug } from "../../catalogue/index.ts";
import {
  describeOpeningTimes,
  findOffice,
  type Office,
  type Portal,
} from "../../tenants/index.ts";
import type { Responsible, ResponsiblePorts } from "./find-responsible.ts";

/**
 * How to reach who is responsible: the office that a rule names, as long as it is there, else the one of the Leistung, else the authority
 * itself. Reads in the tenant of that authority.
 */
export async function reachResponsible(
  context: Context,
  ports: Pick<ResponsiblePorts, "guestIn">,
  responsible: Responsible,
): Promise<Portal["contact"]> {
  const { authority } = responsible;
  const there = ports.guestIn(context, authority.tenantId);
  const office = await officeWithin(there, responsible);
  return office
    ? { ...authority.contact, ...contactOf(office, context) }
    : authority.contact;
}

async function officeWithin(
  context: Context,
  { leistungSlug, within: { officeSlug } }: Responsible,
): Promise<Office | null | undefined> {
  const { tenantId } = context;
  const named =
    officeSlug === undefined
      ? undefined
      : await context.read((db) => findOffice(db, tenantId, officeSlug));
  return named ?? (await findLeistungBySlug(context, leistungSlug))?.office;
}

const contactOf = (
  { name, street, postcode, town, phone, email, openingTimes }: Office,
  { locale }: Context,
): Omit<Portal["contact"], "website"> => ({
  office: name,
  street,
  postcode,
  town,
  phone,
  email,
  openingHours: describeOpeningTimes(openingTimes, locale),
});
