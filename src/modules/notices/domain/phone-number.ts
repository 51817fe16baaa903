/** Codes and notices cost money: only numbers of German mobile networks. @see Bundesnetzagentur, Nummernplan Mobilfunk: (0)15, (0)16, (0)17 */
const mobile = /^\+491[567]\d{8,9}$/;

/** A mobile number as gateways take it; undefined for what is none. */
export function readMobileNumber(typed: string): string | undefined {
  const digits = typed
    .replaceAll(/[\s()/.-]/g, "")
    .replace(/^00/, "+")
    .replace(/^0/, "+49");
  return mobile.test(digits) ? digits : undefined;
}

/** Enough to know which one it is. */
export function shortened(number: string): string {
  return `${number.slice(0, 6)} … ${number.slice(-3)}`;
}
