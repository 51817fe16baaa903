import { page, type Reply } from "../../../shell/web/route.ts";
import {
  officeFields,
  type OfficeField,
  type TypedOffice,
} from "../domain/typed-office.ts";
import { tenantsTexts } from "../i18n/texts.ts";
import {
  officeEditorPage,
  officeEditorPath,
  officeInputs,
  type OfficeForm,
} from "./office-editor-page.ts";

/** What was typed into the form of an office. */
export function typedIn(fields: URLSearchParams): TypedOffice {
  const typed: Partial<Record<OfficeField, string>> = {};
  for (const field of officeFields)
    typed[field] = (fields.get(officeInputs[field]) ?? "")
      .replaceAll("\r\n", "\n")
      .trim();
  return { ...nothingTyped, ...typed };
}

/** An empty form. */
export const nothingTyped: TypedOffice = {
  name: "",
  tasks: "",
  partOf: "",
  street: "",
  postcode: "",
  town: "",
  position: "",
  phone: "",
  email: "",
  hours: "",
  days: "",
  transport: "",
  accessibility: "",
  note: "",
};

/** The form of an office; 422 with what is wrong. */
export function formPage(form: OfficeForm): Reply {
  const isWrong = Object.keys(form.faults).length > 0;
  const t = tenantsTexts(form.locale);
  const name = form.office?.name ?? t("editor.add");
  return page({
    status: isWrong ? 422 : 200,
    title: isWrong ? t("editor.error", { name }) : name,
    main: officeEditorPage(form),
    section: officeEditorPath,
    scripts: ["focus-error-summary"],
  });
}
