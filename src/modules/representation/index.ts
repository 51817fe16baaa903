export {
  leistungKey,
  type MandateLeistung,
  type Scope,
} from "./domain/scope.ts";
export {
  describeParty,
  type PartyDescription,
} from "./use-cases/describe-party.ts";
export { keptForAccount } from "./use-cases/kept-for-account.ts";
export {
  findRepresentation,
  type Representation,
} from "./use-cases/list-representations.ts";
export type { OrganisationFacts } from "./use-cases/organisation-facts.ts";
export { readOrganisationDetails } from "./use-cases/read-organisation-details.ts";
export { representationMails } from "./i18n/mail-texts.ts";
export { findPostfachOfMember } from "./use-cases/postfach-of-member.ts";
export { noteAction, type NewAction } from "./use-cases/note-action.ts";
export {
  organisationAsserted,
  type AssertedOrganisation,
} from "./use-cases/organisation-asserted.ts";
