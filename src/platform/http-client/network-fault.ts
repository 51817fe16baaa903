/** `not-allowed`: host or address refused before sending. `aborted`: the caller's signal. `reset`: connection ended in between. */
export type NetworkFault =
  | "dns"
  | "connect"
  | "timeout"
  | "tls"
  | "reset"
  | "aborted"
  | "too-large"
  | "not-allowed";

const kindByCode: Readonly<Record<string, NetworkFault>> = {
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  EAI_FAIL: "dns",
  ENODATA: "dns",
  ECONNREFUSED: "connect",
  EHOSTUNREACH: "connect",
  ENETUNREACH: "connect",
  EADDRNOTAVAIL: "connect",
  ETIMEDOUT: "timeout",
  ECONNRESET: "reset",
  ECONNABORTED: "reset",
  EPIPE: "reset",
  EPROTO: "tls",
  ERR_OUT_OF_REACH: "not-allowed",
};

/** Codes of OpenSSL's certificate checks, which have no common beginning. @see node:tls, X509 certificate error codes */
const certificateCode =
  /CERT|^ERR_(?:TLS|SSL)_|^(?:HOSTNAME_MISMATCH|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/;

/** Names the phase in which a call failed. What cannot be named ended the connection: `reset`. */
export function faultOf(error: unknown): NetworkFault {
  const code = codeOf(error);
  if (code === undefined) return "reset";
  return kindByCode[code] ?? (certificateCode.test(code) ? "tls" : "reset");
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // Several addresses tried (IPv6, IPv4): the first failure stands for all.
  if (error instanceof AggregateError && error.errors.length > 0)
    return codeOf(error.errors[0]);
  if (!("code" in error) || typeof error.code !== "string") return undefined;
  return error.code;
}
