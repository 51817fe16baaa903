import type { DemoCitizen } from "../../modules/accounts/demo/demo-people.ts";
import type { DemoApplicant } from "./play-story.ts";

/** Somebody with an account, as they apply for themselves. */
export type Account = {
  readonly person: DemoCitizen;
  readonly sender: DemoApplicant;
};

/** Who applies, and on which day the stories are told. */
export type Cast = {
  /** Such as `2027-03-01`. */
  readonly today: string;
  readonly jana: Account;
  readonly kofi: Account;
  readonly thea: Account;
  readonly wilhelm: Account;
  /** Jana for the rowing club. */
  readonly club: Account;
};

/** The same person, having shown their online ID card. */
export const proven = ({ sender }: Account): DemoApplicant => ({
  ...sender,
  assuranceLevel: "high",
  provider: "bundid",
});
