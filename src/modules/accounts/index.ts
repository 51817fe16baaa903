export {
  reaches,
  isAssuranceLevel,
  type AssuranceLevel,
  type ProvenLevel,
} from "./domain/assurance-level.ts";
export { deviceOf } from "./domain/device.ts";
export type { AssertedIdentity, AssertedValue } from "./domain/identity.ts";
export {
  isProfileAttribute,
  profileAttributes,
  type ProfileAttribute,
} from "./domain/profile-attributes.ts";
export { returnPath } from "./domain/return-path.ts";
export { tidyAccountsJob } from "./domain/account-jobs.ts";
export type { AccountKeeper, PortalKeeper } from "./ports.ts";
export { signInSteps } from "./domain/sign-in-steps.ts";
export { offerMerge } from "./use-cases/merge-accounts.ts";
export { grantConsent, readForUse } from "./use-cases/consents.ts";
export type { ProfileValue } from "./use-cases/open-profile.ts";
export { actFor, stopActingFor } from "./use-cases/act-for.ts";
export { endSessions } from "./use-cases/end-sessions.ts";
export {
  findAccountSession,
  type AccountSession,
  type Party,
} from "./use-cases/find-account-session.ts";
export { findContacts, type Contact } from "./use-cases/find-contacts.ts";
export { signInWithIdentity } from "./use-cases/sign-in-with-identity.ts";
export { signOut } from "./use-cases/sign-out.ts";
export {
  findAccountByIdentity,
  stepUpWithIdentity,
  type StepUpRefusal,
} from "./use-cases/step-up-with-identity.ts";
