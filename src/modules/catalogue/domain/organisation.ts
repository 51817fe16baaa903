/** An Organisationseinheit of an imported directory; what it does not say is empty. */
export type Organisation = {
  readonly key: string;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly phone: string;
  readonly email: string;
};
