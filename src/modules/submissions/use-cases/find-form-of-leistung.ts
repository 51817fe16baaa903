import type { Context } from "../../../platform/context/context.ts";
import {
  findLeistungBySlug,
  type LeistungWithOffice,
} from "../../catalogue/index.ts";
import { findPublishedForm, type FormVersion } from "../../forms/index.ts";

export type LeistungForm = {
  readonly leistung: LeistungWithOffice;
  /** What is filled in now; absent where one cannot apply online (yet). */
  readonly form: FormVersion | undefined;
};

/** A Leistung with the form that is published for it; undefined where there is no such Leistung. */
export async function findFormOfLeistung(
  context: Context,
  leistungSlug: string,
): Promise<LeistungForm | undefined> {
  const leistung = await findLeistungBySlug(context, leistungSlug);
  if (!leistung) return undefined;
  const { formKey } = leistung;
  const form =
    formKey === null ? undefined : await findPublishedForm(context, formKey);
  return { leistung, form };
}
