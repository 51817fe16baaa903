import type { Locale } from "../../../platform/i18n/texts.ts";
import type { PortalRequest } from "../../../shell/web/route.ts";
import { type Answers, type PageTaken } from "../../forms/index.ts";
import {
  asksOwnDataOn,
  fillIn,
  offerOwnData,
  ownDataPath,
  type OwnDataOnPage,
  type PlacedValue,
} from "../../forms/own-data.ts";
import { confirmedAnswers } from "../use-cases/confirmed-answers.ts";
import {
  lockedValues,
  type KnownValue,
  type OwnData,
  type OwnDataRecord,
  type OwnValue,
} from "../domain/own-data.ts";
import { filledIn } from "../use-cases/provenance.ts";
import { rememberReplaced } from "../use-cases/replaced-values.ts";
import type { OwnDataPorts } from "../ports.ts";
import { describeOrigin } from "../use-cases/describe-origin.ts";
import type { Draft } from "../domain/draft.ts";
import {
  mayHaveOwnData,
  readOwnData,
  textsOf,
  withOrigin,
  type OwnDataVisitor,
} from "../use-cases/read-own-data.ts";
import type { Step } from "./step.ts";

/** Whoever fills in, for reading their own data. */
export function ownDataVisitor({
  account,
  accountContext,
  context,
}: PortalRequest): OwnDataVisitor {
  return { account, accountContext, tenantId: context.tenantId };
}

/** What the account knows for a whole draft; nothing is asked where the form has no place for it. */
export async function ownDataOfDraft(
  request: PortalRequest,
  ports: OwnDataPorts,
  draft: Draft,
): Promise<OwnData | undefined> {
  const visitor = ownDataVisitor(request);
  return mayHaveOwnData(visitor, draft)
    ? readOwnData(ports, visitor, draft)
    : undefined;
}

/** The same, only where the page of the step has a place for it. */
export async function ownDataOfStep(
  request: PortalRequest,
  ports: OwnDataPorts,
  { draft, step }: Step,
): Promise<OwnData | undefined> {
  const { definition, answers } = draft;
  return asksOwnDataOn(definition, step.formPage.key, answers)
    ? ownDataOfDraft(request, ports, draft)
    : undefined;
}

/** What the fields of a page show of it. */
export function ownDataOnPage(
  own: OwnData,
  { draft, step }: Step,
  locale: Locale,
): OwnDataOnPage {
  return {
    locked: new Map(
      lockedValues(own).map((value) => [
        value.path,
        { confirmedBy: describeOrigin(value, locale) },
      ]),
    ),
    offers: new Map(
      offersFor(own, { draft, step }, draft.answers).map(({ path, values }) => [
        path,
        values,
      ]),
    ),
  };
}

/** A page that was sent, with what the account has to say about it. */
export type OwnDataTaken = PageTaken & {
  readonly ownData?: OwnDataRecord;
  /** The applicant has put in their data by a button. */
  readonly isUsedByHand?: true;
};

/**
 * Puts in what a button asked for, and confirmed values over whatever was sent. What they replace is remembered, so that it can be said
 * before sending.
 */
export function takeOwnData(
  taken: PageTaken,
  own: OwnData | undefined,
  {
    stored,
    step,
    button,
  }: {
    /** As it lies in the database. */
    readonly stored: Draft;
    readonly step: Step["step"];
    readonly button: string | null;
  },
): OwnDataTaken {
  if (!own) return taken;
  const asked = ownDataPath(button);
  const offer = offersFor(own, { draft: stored, step }, taken.answers).find(
    ({ path }) => path === asked,
  );
  const locked = lockedValues(own);
  const lockedPaths = new Set(locked.map(({ path }) => path));
  const filled = fillIn(taken.answers, offer?.values ?? [], "everywhere");
  return {
    ...taken,
    answers: confirmedAnswers(filled, own),
    overlaps: taken.overlaps.filter(({ path }) => !lockedPaths.has(path)),
    ownData: {
      ...stored.ownData,
      before: rememberReplaced(locked, {
        stored: stored.answers,
        before: stored.ownData.before,
      }),
      byHand: byHand(
        stored.ownData,
        withOrigin(offer?.values ?? [], offer?.known ?? []),
      ),
    },
    ...(offer ? { anchor: offer.path, isUsedByHand: true } : {}),
  };
}

function byHand(
  before: OwnDataRecord,
  values: readonly OwnValue[],
): OwnDataRecord["byHand"] {
  const added = values.map(filledIn);
  const paths = new Set(added.map(({ path }) => path));
  return [
    ...(before.byHand ?? []).filter(({ path }) => !paths.has(path)),
    ...added,
  ];
}

/** In a group about a person somebody who acts for an organisation is offered themselves: as who answers for it, or to be asked. */
function offersFor(
  { party, known, ofActor }: OwnData,
  { draft, step }: Step,
  answers: Answers,
) {
  const { definition, today } = draft;
  const offersOf = (
    whose: OwnData["party"],
    values: readonly KnownValue[],
  ): readonly Offer[] =>
    offerOwnData(definition, step.formPage.key, {
      party: whose,
      values: textsOf(values),
      today,
      answers,
      isOfActor: values === ofActor,
    }).map((offer) => ({ ...offer, known: values }));
  const first = offersOf(party, known);
  const others = ofActor.length === 0 ? [] : offersOf("person", ofActor);
  const taken = new Set(first.map(({ path }) => path));
  return [...first, ...others.filter(({ path }) => !taken.has(path))];
}

type Offer = {
  readonly path: string;
  readonly values: readonly PlacedValue[];
  /** What the values are of. */
  readonly known: readonly KnownValue[];
};
