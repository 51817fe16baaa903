/** Ids of the demo authorities with a portal; fixed, so that seeding twice changes nothing. */
export const demoTenants = {
  installation: "4e205e2e-e0fb-5987-8ea9-cebfe3c650c0",
  schwerin: "ee324d21-4afd-5b3d-8de8-16cc616c92c1",
  lup: "ae67b95c-82bd-508e-bdeb-a294eb72a162",
  ludwigslust: "0ff3f348-47bd-56cc-8f5a-e2df62764b4c",
  neustadtGlewe: "9f8e9052-b24d-578d-bfed-c796fb36aab5",
  grabow: "f2cd39e5-e27d-589e-bda4-d4f26687c69f",
  parchimerUmland: "628a871b-615d-50f1-a98a-cc5f24571d8a",
} as const;

/** Name of an authority in `demoTenants`. */
export type DemoTenant = keyof typeof demoTenants;
