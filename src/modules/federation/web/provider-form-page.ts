import { profileAttributes } from "../../accounts/index.ts";
import { html, type SafeHtml } from "../../../platform/html/html.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { page, type Page } from "../../../shell/web/route.ts";
import { accordion } from "../../../ui/accordion.ts";
import { alert } from "../../../ui/alert.ts";
import { backLink } from "../../../ui/breadcrumb.ts";
import { button, buttonRow } from "../../../ui/button.ts";
import { checkbox } from "../../../ui/checkbox.ts";
import { errorSummary } from "../../../ui/error-summary.ts";
import { fieldset } from "../../../ui/fieldset.ts";
import { fileInput } from "../../../ui/file-input.ts";
import { pageHeading } from "../../../ui/heading.ts";
import { radios } from "../../../ui/radios.ts";
import { section } from "../../../ui/section.ts";
import { select } from "../../../ui/select.ts";
import { textInput } from "../../../ui/text-input.ts";
import { textarea } from "../../../ui/textarea.ts";
import type { ProviderKind } from "../domain/identity-provider.ts";
import { setupTexts } from "../i18n/setup-texts.ts";
import {
  attributeField,
  levelField,
  provenLevels,
  type TypedProvider,
} from "./provider-form.ts";
import {
  askedOf,
  hasMapping,
  isNeeded,
  shapeOf,
  type SettingName,
} from "./setting-fields.ts";

export type ProviderFormProps = {
  readonly locale: Locale;
  /** Where this keeper's providers are listed. */
  readonly base: string;
  readonly kind: ProviderKind;
  /** The key of the provider that is changed; undefined: a new one. */
  readonly changed: string | undefined;
  readonly typed: TypedProvider;
  /** By the names of inputs. */
  readonly errors: ReadonlyMap<string, string>;
  /** What no input can be blamed for. */
  readonly problem?: string | undefined;
  /** The operator chooses portal and level. */
  readonly portals:
    | readonly { readonly tenantId: string; readonly name: string }[]
    | undefined;
};

/** All settings of a provider, but for its secrets, which can only be written over. */
export function providerFormPage(props: ProviderFormProps): Page {
  const { base, changed, errors, kind, locale, problem } = props;
  const t = setupTexts(locale);
  const title = changed === undefined ? t("new.title") : t("change.title");
  const isWrong = errors.size > 0 || problem !== undefined;
  const back = changed === undefined ? base : `${base}/${changed}`;
  return page({
    status: isWrong ? 422 : 200,
    title: isWrong ? t("error-title", { title }) : title,
    section: base,
    scripts: isWrong ? ["focus-error-summary"] : [],
    main: html`${backLink({ label: t("back"), href: back })}
      ${errorSummary({ errors: [...errors].map(([fieldId, text]) => ({ fieldId, text })), locale })}
      ${problem !== undefined && alert({ kind: "danger", title: problem, isAnnounced: true })}
      ${pageHeading({ title, preline: t(`kind.${kind}`), lead: t("form.lead") })}
      <form method="post" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="art" value="${kind}" />
        ${section({ title: t("section.shown"), body: shownInputs(props) })}
        ${section({ title: t("section.service"), body: serviceInputs(props) })}
        ${hasMapping(kind) && section({ title: t("section.levels"), body: levelInputs(props) })}
        ${hasMapping(kind) && section({ title: t("section.attributes"), body: attributeInputs(props) })}
        ${buttonRow(button({ label: t("save") }))}
      </form>`,
  });
}

function shownInputs(props: ProviderFormProps): SafeHtml {
  const { changed, locale, portals, typed } = props;
  const t = setupTexts(locale);
  const texts = ["nameDe", "nameEn", "descriptionDe", "descriptionEn"] as const;
  return html`${
    changed === undefined &&
    textInput({
      ...frame(props, "key"),
      label: t("field.key"),
      hint: t("hint.key"),
      autocomplete: "off",
      spellCheck: false,
      width: 20,
    })
  }
  ${texts.map((name) =>
    textInput({
      ...frame(props, name),
      label: t(`field.${name}`),
      autocomplete: "off",
      isOptional: name.endsWith("En"),
      maxLength: 200,
    }),
  )}
  ${
    portals &&
    html`${radios({
      ...frame(props, "level"),
      label: t("field.level"),
      hint: t("hint.level"),
      value: typed["level"] ?? "low",
      options: provenLevels.map((level) => ({
        value: level,
        label: t(`level.${level}`),
      })),
    })}
    ${select({
      ...frame(props, "portal"),
      label: t("field.portal"),
      isOptional: true,
      emptyLabel: t("everywhere"),
      options: portals.map(({ tenantId, name }) => ({
        value: tenantId,
        label: name,
      })),
    })}`
  }
  ${!portals && alert({ kind: "info", title: t("own.level") })}`;
}

/** What every input needs. */
function frame(
  { errors, locale, typed }: ProviderFormProps,
  name: string,
): {
  readonly name: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly locale: Locale;
} {
  return { name, value: typed[name] ?? "", error: errors.get(name), locale };
}

function serviceInputs(props: ProviderFormProps): SafeHtml {
  const { changed, errors, kind, locale } = props;
  const t = setupTexts(locale);
  const { service, more } = askedOf(kind);
  return html`${service.map((name) => settingInput(props, name))}
  ${
    kind !== "oidc" &&
    changed !== undefined &&
    checkbox({
      name: "renewsKey",
      label: t("field.renewsKey"),
      hint: t("hint.renewsKey"),
      locale,
    })
  }
  ${accordion({
    title: t("section.more"),
    body: more.map((name) => settingInput(props, name)),
    isOpen: more.some((name) => errors.has(name)),
  })}`;
}

function settingInput(props: ProviderFormProps, name: SettingName): SafeHtml {
  const t = setupTexts(props.locale);
  const shape = shapeOf(name);
  const field = {
    ...frame(props, name),
    label: t(`field.${name}`),
    hint: hintOf(props, name),
    isOptional: !isNeeded(name),
  };
  switch (shape.kind) {
    case "choice":
      return select({
        ...field,
        emptyLabel: t("usual"),
        options: shape.options.map((value) => ({
          value,
          label: optionLabel(name, value, props.locale),
        })),
      });
    case "lines":
      return textarea({ ...field, rows: 3 });
    case "document":
      return fileInput({ ...field, accept: ".xml,application/xml,text/xml" });
    case "secret":
      return textInput({
        ...field,
        value: "",
        type: "password",
        autocomplete: "off",
      });
    case "text":
      return textInput({ ...field, autocomplete: "off", spellCheck: false });
  }
}

function hintOf({ changed, locale }: ProviderFormProps, name: SettingName) {
  const t = setupTexts(locale);
  const isKept = shapeOf(name).kind === "secret" || name === "metadata";
  const hint = t(`hint.${name}`);
  return changed !== undefined && isKept ? `${hint} ${t("kept")}` : hint;
}

function optionLabel(name: SettingName, value: string, locale: Locale): string {
  const t = setupTexts(locale);
  if (name === "levelOtherwise" && isLevel(value)) return t(`level.${value}`);
  if (name === "encrypted")
    return value === "true" ? t("option.encrypted") : t("option.clear");
  if (name === "binding")
    return value === "post" ? "HTTP-POST" : "HTTP-Redirect";
  return value;
}

const isLevel = (value: string): value is (typeof provenLevels)[number] =>
  provenLevels.some((level) => level === value);

function levelInputs(props: ProviderFormProps): SafeHtml {
  const { errors, kind, locale } = props;
  const t = setupTexts(locale);
  return fieldset({
    id: "levels",
    isTarget: true,
    label: t("field.levels"),
    hint: t(kind === "oidc" ? "hint.levels.oidc" : "hint.levels.saml"),
    error: errors.get("levels"),
    locale,
    body: html`${provenLevels.map((level) =>
      textarea({
        ...frame(props, levelField(level)),
        label: t(`level.${level}`),
        isOptional: true,
        rows: 2,
      }),
    )}
    ${kind === "oidc" && settingInput(props, "levelOtherwise")}`,
  });
}

function attributeInputs(props: ProviderFormProps): SafeHtml {
  const { kind, locale } = props;
  const t = setupTexts(locale);
  return fieldset({
    id: "attributes",
    label: t("field.attributes"),
    hint: t(kind === "oidc" ? "hint.attributes.oidc" : "hint.attributes.saml"),
    locale,
    body: profileAttributes.map((attribute) =>
      textInput({
        ...frame(props, attributeField(attribute)),
        label: t(`attribute.${attribute}`),
        isOptional: true,
        autocomplete: "off",
        spellCheck: false,
      }),
    ),
  });
}
