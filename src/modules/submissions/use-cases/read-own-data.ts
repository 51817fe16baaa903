import type { Context } from "../../../platform/context/context.ts";
import { readForUse, type ProfileValue } from "../../accounts/index.ts";
import {
  asksOwnData,
  placeOwnData,
  type PlacedValue,
} from "../../forms/own-data.ts";
import {
  sourceOfAttribute,
  type KnownValue,
  type OwnData,
  type OwnValue,
} from "../domain/own-data.ts";
import type { OwnDataPorts } from "../ports.ts";
import type { Draft } from "../domain/draft.ts";

/** Kind of the consents that let an account fill in forms. */
const prefillKind = "prefill";

/** Whoever fills in, signed in. */
export type OwnDataVisitor = {
  /** Of accounts. */
  readonly accountContext: Context;
  readonly account:
    | {
        readonly accountId: string;
        readonly actingFor?:
          | {
              readonly partyId: string;
              readonly kind: "organisation" | "person";
              readonly name: string;
            }
          | undefined;
      }
    | undefined;
  /** Tenant of the portal. */
  readonly tenantId: string;
};

/** The draft, as far as it matters here. */
export type OwnDataDraft = Pick<
  Draft,
  "definition" | "leistungSlug" | "isOwned" | "ownData" | "today" | "correction"
>;

/**
 * What the account knows now of the party that applies, in the fields of a draft. Undefined for guests, for a draft that belongs to nobody,
 * and for who acts for another person: nothing of that person lies here, and nothing of who acts belongs into their form.
 *
 * Nobody else's data are offered, on purpose. Those of other members lie in their own accounts, and only they can consent to their use; an
 * organisation needs to know no more of them than name and role. What a declaration says of a represented person was given to prove the
 * right to act, and names them in one line, which a form asks in parts: a guess must not stand in an application.
 * @see Art. 5 (1) (b), (c) and Art. 6 (1) GDPR
 */
export async function readOwnData(
  ports: OwnDataPorts,
  visitor: OwnDataVisitor,
  draft: OwnDataDraft,
): Promise<OwnData | undefined> {
  const key = consentKey(visitor, draft.leistungSlug);
  if (!key || !draft.isOwned) return undefined;
  const { accountContext, account } = visitor;
  const organisationId = account?.actingFor?.partyId;
  const [{ isConsented, values }, names, organisation] = await Promise.all([
    readForUse(accountContext, key),
    ports.providerNames(accountContext),
    organisationId === undefined
      ? undefined
      : ports.organisationValues(accountContext, organisationId),
  ]);
  const withName = (value: Omit<KnownValue, "originName">): KnownValue => ({
    ...value,
    originName: names.get(value.origin),
  });
  const ofAccount = values.map((value) => withName(asKnown(value)));
  const whose: Pick<OwnData, "party" | "known" | "ofActor"> =
    organisationId === undefined
      ? { party: "person", known: ofAccount, ofActor: [] }
      : {
          party: "organisation",
          known: (organisation ?? []).map(withName),
          ofActor: ofAccount,
        };
  const { party, known } = whose;
  return {
    ...whose,
    placed: withOrigin(
      placeOwnData(draft.definition, {
        party,
        values: textsOf(known),
        today: draft.today,
      }),
      known,
    ),
    isGranted: isConsented && draft.ownData.isRefused !== true,
  };
}

function asKnown({
  attribute,
  value,
  source,
  ...more
}: ProfileValue): KnownValue {
  return {
    source: sourceOfAttribute[attribute],
    text: value,
    origin: source,
    ...more,
  };
}

/** What a consent is about: this Leistung of this portal, for whom one applies. Undefined where there is nothing to agree to. */
export function consentKey(
  { account, tenantId }: OwnDataVisitor,
  leistungSlug: string,
) {
  if (!account || account.actingFor?.kind === "person") return undefined;
  const party = account.actingFor ? [account.actingFor.partyId] : [];
  return {
    accountId: account.accountId,
    kind: prefillKind,
    subject: [tenantId, leistungSlug, ...party].join("/"),
  };
}

/** True where asking the account makes sense at all. */
export function mayHaveOwnData(
  visitor: Pick<OwnDataVisitor, "account">,
  draft: Pick<OwnDataDraft, "definition" | "isOwned" | "correction">,
): boolean {
  return (
    // What the account knew was sent; a correction opens nothing that it has confirmed.
    !draft.correction &&
    visitor.account !== undefined &&
    visitor.account.actingFor?.kind !== "person" &&
    draft.isOwned &&
    asksOwnData(draft.definition)
  );
}

/** What is known, by what fields ask for. */
export function textsOf(
  known: readonly KnownValue[],
): ReadonlyMap<KnownValue["source"], string> {
  return new Map(known.map(({ source, text }) => [source, text]));
}

/** Placed values with who said them; parts of a birthday are said by whoever said the day. */
export function withOrigin(
  placed: readonly PlacedValue[],
  known: readonly KnownValue[],
): readonly OwnValue[] {
  return placed.flatMap((value) => {
    const source = /^account\.(?:day|month|year)-of-birth$/.test(value.source)
      ? "account.date-of-birth"
      : value.source;
    const found = known.find((each) => each.source === source);
    if (!found) return [];
    const { source: _source, text: _text, ...origin } = found;
    return [{ ...value, ...origin }];
  });
}
