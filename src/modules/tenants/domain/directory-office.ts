/** An Organisationseinheit of an imported directory; what it does not say is empty. */
export type DirectoryOffice = {
  readonly key: string;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly phone: string;
  readonly email: string;
  /** Lines as an office types them, such as "Mo-Fr: 08:00-12:00"; what of the words could not be read so is in `note`. */
  readonly hours: string;
  /** A line for each day that is different, as an office types it: "24.12.2026; Heiligabend; 08:00-10:00". */
  readonly days: string;
  readonly note: string;
};
