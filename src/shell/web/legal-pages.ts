import { html, type SafeHtml } from "../../platform/html/html.ts";
import type { Locale } from "../../platform/i18n/texts.ts";
import type { Portal } from "../../modules/tenants/index.ts";
import { accordion } from "../../ui/accordion.ts";
import { pageHeading } from "../../ui/heading.ts";
import { section } from "../../ui/section.ts";
import { textBlock } from "../../ui/text-block.ts";
import { legalTexts } from "../i18n/legal-texts.ts";
import { contactRows } from "./contact-rows.ts";

/** Whose page it is, in which language, and at which address. */
export type LegalPageInput = {
  readonly portal: Pick<Portal, "name" | "contact">;
  readonly locale: Locale;
  readonly baseUrl: string;
};

export type LegalPage = { readonly title: string; readonly main: SafeHtml };

/** Who is behind the portal. @see § 5 DDG, § 18 MStV */
export function impressumPage(input: LegalPageInput): LegalPage {
  const { t, part } = texts(input);
  return legalPage(t("impressum.title"), [
    html`${part("impressum.provider")}${contactRows(input.portal, input.locale)}`,
    part("impressum.content"),
    part("impressum.software"),
  ]);
}

/** What the portal does with personal data. @see Art. 13 DSGVO, § 25 TDDDG */
export function datenschutzPage(input: LegalPageInput): LegalPage {
  const { t, part } = texts(input);
  const parts = [
    part("datenschutz.short"),
    html`${part("datenschutz.responsible")}${contactRows(input.portal, input.locale)}`,
    part("datenschutz.visit"),
    part("datenschutz.drafts"),
    part("datenschutz.submission"),
    part("datenschutz.cookies"),
    part("datenschutz.rights"),
  ];
  return legalPage(t("datenschutz.title"), parts, t("datenschutz.lead"));
}

/** @see Art. 7 Richtlinie (EU) 2016/2102, § 7 BITV 2.0 */
export function barrierefreiheitPage(input: LegalPageInput): LegalPage {
  const { t, part } = texts(input);
  return legalPage(t("barrierefreiheit.title"), [
    part("barrierefreiheit.scope"),
    part("barrierefreiheit.state"),
    part("barrierefreiheit.gaps"),
    html`${part("barrierefreiheit.feedback")}${contactRows(input.portal, input.locale)}`,
    part("barrierefreiheit.enforcement"),
    part("barrierefreiheit.date"),
  ]);
}

/** How to use the portal, in Leichte Sprache. Always German. @see § 4 BITV 2.0 */
export function leichteSprachePage(input: LegalPageInput): LegalPage {
  const german = { ...input, locale: "de" } as const;
  const { t, part } = texts(german);
  const page = legalPage(t("leichte-sprache.title"), [
    part("leichte-sprache.what"),
    part("leichte-sprache.find"),
    part("leichte-sprache.apply"),
    part("leichte-sprache.after"),
    html`${part("leichte-sprache.help")}${contactRows(input.portal, "de")}`,
  ]);
  return {
    title: page.title,
    main: html`<div lang="de" class="portal-easy">${page.main}</div>`,
  };
}

/** What the portal offers and how to reach people in Deutscher Gebärdensprache. @see § 4 BITV 2.0 */
export function gebaerdensprachePage(input: LegalPageInput): LegalPage {
  const { t, part } = texts(input);
  const parts = [
    part("gebaerdensprache.content"),
    part("gebaerdensprache.barrier"),
    html`${part("gebaerdensprache.request")}${contactRows(input.portal, input.locale)}`,
  ];
  return legalPage(
    t("gebaerdensprache.title"),
    parts,
    t("gebaerdensprache.lead"),
  );
}

const questions = [
  "find",
  "account",
  "later",
  "files",
  "errors",
  "state",
  "proof",
] as const;

/** Common questions, and whom to ask the others. */
export function hilfePage(input: LegalPageInput): LegalPage {
  const { t } = texts(input);
  const answers = questions.map((question) =>
    accordion({
      title: t(`hilfe.${question}.title`),
      body: textBlock(t(`hilfe.${question}.body`)),
    }),
  );
  const contact = section({
    title: t("hilfe.contact.title"),
    body: contactRows(input.portal, input.locale),
  });
  return legalPage(
    t("hilfe.title"),
    [html`<div>${answers}</div>`, contact],
    t("hilfe.lead"),
  );
}

function texts({ portal, locale, baseUrl }: LegalPageInput) {
  const t = legalTexts(locale);
  const params = { name: portal.name, baseUrl };
  const part = (key: LegalPart) =>
    section({
      title: t(`${key}.title`),
      body: textBlock(t(`${key}.body`, params)),
    });
  return { t, part };
}

type LegalKey = Parameters<ReturnType<typeof legalTexts>>[0];
/** Keys that have a title and a body. */
type LegalPart = LegalKey extends infer Key
  ? Key extends `${infer Part}.body`
    ? Part
    : never
  : never;

function legalPage(
  title: string,
  parts: readonly SafeHtml[],
  lead?: string,
): LegalPage {
  const head = pageHeading(lead === undefined ? { title } : { title, lead });
  return { title, main: html`${head}${parts}` };
}
