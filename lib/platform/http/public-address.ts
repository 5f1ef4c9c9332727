import ipaddr from "ipaddr.js";

// What of IPv6 is given out to be reached by everybody (RFC 4291 §2.4); all else is local, reserved or a disguise of IPv4.
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/** Whether an address is one that the whole internet reaches: nothing of this machine, its networks or its cloud's own. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address in the form of IPv6 is judged as what it is.
  const known = ipaddr.process(address);
  if (known.range() !== "unicast") return false;
  return known.kind() === "ipv4" || (known as ipaddr.IPv6).match(GLOBAL_UNICAST);
}
