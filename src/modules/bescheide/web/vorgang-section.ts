import type { Context } from "../../../platform/context/context.ts";
import { html, type SafeHtml } from "../../../platform/html/html.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { badge, type BadgeKind } from "../../../ui/badge.ts";
import { button } from "../../../ui/button.ts";
import { link } from "../../../ui/link.ts";
import { radios } from "../../../ui/radios.ts";
import { select } from "../../../ui/select.ts";
import type { Vorgang, VorgangPlace } from "../../vorgaenge/index.ts";
import {
  bescheidOutcomes,
  type Bescheid,
  type BescheidState,
  type LeistungRules,
} from "../domain/bescheid.ts";
import type { Text } from "../domain/text.ts";
import { bescheideTexts } from "../i18n/texts.ts";
import type { BescheidePorts } from "../ports.ts";
import { canDecide } from "../use-cases/begin-bescheid.ts";
import { findRules } from "../use-cases/leistung-rules.ts";
import { listTexts } from "../use-cases/list-texts.ts";
import { listOfVorgang } from "../use-cases/read-bescheid.ts";
import { bescheidPaths } from "./bescheide-paths.ts";

export const beginFields = {
  outcome: "entscheidung",
  letter: "vorlage",
} as const;

/** On the page of a Vorgang: its Bescheide, and writing one. Undefined where there is neither. */
export async function bescheidSection(
  context: Context,
  place: VorgangPlace,
  ports: BescheidePorts,
): Promise<{ id: string; title: string; body: SafeHtml } | undefined> {
  const { locale, mayEdit } = place;
  const bescheide = await listOfVorgang(context, place.id);
  const isOpen = bescheide.some(({ state }) => state !== "released");
  const offers = mayEdit && !isOpen && canDecide(place.state, bescheide);
  if (bescheide.length === 0 && !offers) return undefined;
  const t = bescheideTexts(locale);
  const form =
    offers &&
    beginForm({
      vorgang: place,
      locale,
      isChange: bescheide.length > 0,
      rules: await findRules(context, place.leistungSlug),
      texts: await listTexts(context, ports),
    });
  return {
    id: "bescheid",
    title: t("section.title"),
    body: html`${bescheide.map((bescheid) => line(bescheid, locale))} ${form}`,
  };
}

const badges: Readonly<Record<BescheidState, BadgeKind>> = {
  draft: "neutral",
  waiting: "warning",
  approved: "warning",
  released: "success",
  discarded: "neutral",
};

export function bescheidBadge(state: BescheidState, locale: Locale): SafeHtml {
  return badge(badges[state], bescheideTexts(locale)(`state.${state}`));
}

function line(bescheid: Bescheid, locale: Locale): SafeHtml {
  const t = bescheideTexts(locale);
  const { id, state, outcome, replacesId, document, changedAt } = bescheid;
  const actions = {
    draft: t("section.continue"),
    waiting: t("section.check"),
    approved: t("section.open"),
    released: t("section.open"),
    discarded: t("section.open"),
  };
  const at = document?.releasedAt ?? bescheid.fixed?.at ?? changedAt;
  return html`<p class="kern-body">
    ${bescheidBadge(state, locale)} <strong>${t(`outcome.${outcome}`)}</strong>,
    ${formatDateTime(at, locale)}${replacesId !== undefined && html`, ${t("section.replaces")}`}<br />
    ${link(bescheidPaths.bescheid(id), actions[state])}
  </p>`;
}

export type BeginFormProps = {
  readonly vorgang: Pick<Vorgang, "id" | "leistungSlug">;
  readonly locale: Locale;
  readonly isChange: boolean;
  readonly rules: LeistungRules;
  readonly texts: readonly Text[];
  /** What was chosen, where something is missing. */
  readonly input?: BeginInput;
};

export type BeginInput = {
  readonly outcome: string;
  readonly letterId: string;
  readonly problem: "outcome-missing" | "letter-missing";
};

/** Decision and letter; the letter may be left to what the rules of the Leistung say. */
export function beginForm(props: BeginFormProps): SafeHtml {
  const { vorgang, locale, isChange, rules, input } = props;
  const t = bescheideTexts(locale);
  const letters = lettersFor(props);
  if (letters.length === 0)
    return html`<p class="kern-body">${t("section.letter.none")}</p>`;
  const error = (problem: BeginInput["problem"], text: string) =>
    input?.problem === problem ? text : undefined;
  const usual = Object.values(rules.letters).some((id) => id !== undefined);
  return html`<form
    method="post"
    action="${bescheidPaths.begin(vorgang.id)}"
    novalidate
  >
    <p class="kern-body">
      ${t(isChange ? "section.change.hint" : "section.begin.hint")}
      ${rules.needsBescheid && t("section.needed")}
    </p>
    ${radios({
      name: beginFields.outcome,
      label: t("section.outcome"),
      value: input?.outcome,
      options: bescheidOutcomes.map((outcome) => ({
        value: outcome,
        label: t(`outcome.${outcome}`),
      })),
      error: error("outcome-missing", t("section.outcome.missing")),
      locale,
    })}
    ${select({
      name: beginFields.letter,
      label: t("section.letter"),
      value: input?.letterId,
      options: letters.map(({ id, name }) => ({ value: id, label: name })),
      ...(usual ? { emptyLabel: t("section.letter.usual") } : {}),
      error: error("letter-missing", t("section.letter.missing")),
      locale,
    })}
    ${button({
      label: t(isChange ? "section.change" : "section.begin"),
      variant: "secondary",
    })}
  </form>`;
}

/** For this Leistung first, then those for all. */
function lettersFor({
  texts,
  vorgang,
}: Pick<BeginFormProps, "texts" | "vorgang">): readonly Text[] {
  const letters = texts.filter(({ kind }) => kind === "letter");
  const isFor = (slug: string | undefined) =>
    letters.filter(({ leistungSlug }) => leistungSlug === slug);
  return [...isFor(vorgang.leistungSlug), ...isFor(undefined)];
}
